/** What a notebook that was run says around its results. */
export const notebook = {
  moved: (count: number) => (count === 1 ? '1 moves' : `${count.toLocaleString('en-US')} move`),
  asItIs: 'as it is',
  movedColumn: 'moved',
  onlyNotebooks: (file: string) => `${file} is a rulebook; --format html is for notebooks (.md).`,
  notHere: (option: string) => `A notebook says itself what its cells show: leave out --${option}.`,
  madeBy: 'Made by Benchbook.',
};
