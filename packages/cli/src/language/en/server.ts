import { count } from '../../document/figures.js';

/** What `benchbook serve` prints, and the sentences of its HTTP answers. */
export const server = {
  serving: (file: string, address: string) => `${file} is open at ${address}`,
  stop: 'Stop with Ctrl-C.',
  exposed: (host: string) =>
    `Listening on ${host}: other machines that reach it can read the data. Nobody can change the rulebook from the page.`,
  portTaken: (port: number) =>
    `Port ${port} is taken. Choose another with --port, or leave it out for the next free one.`,
  noPort: (from: number, to: number) => `All ports from ${from} to ${to} are taken. Choose another with --port.`,
  noHost: (host: string) => `There is no host ${host}: --host takes an address of this machine, such as 127.0.0.1.`,
  notOurs: (host: string) => `${host} is no address of this machine: --host takes one that is, such as 127.0.0.1.`,
  notAllowed: (host: string, port: number) =>
    `You may not listen on port ${port} of ${host}. Choose a port from 1024 on with --port.`,
  cannotListen: (host: string, port: number) => `It is not possible to listen on port ${port} of ${host}.`,
  ran: (revision: number, population: string, size: number, seconds: string) =>
    `Revision ${revision}: ${population}, ${count(size)} judged in ${seconds} s`,
  broken: (revision: number, errors: number, shown: 'nothing' | 'whole' | 'rest') =>
    `Revision ${revision}: the rulebook has ${errors === 1 ? 'an error' : `${errors} errors`}${{ nothing: '', whole: '; the last good report stays', rest: '; the rest of it is shown' }[shown]}`,
  unreadable: (revision: number, kept: boolean) =>
    `Revision ${revision}: the rulebook cannot be run${kept ? '; the last good report stays' : ''}`,
  stopped: (revision: number, kept: boolean) =>
    `Revision ${revision}: the data stops the run${kept ? '; the last good report stays' : ''}`,

  wrongHost: 'This address is not one that Benchbook serves. Open it as the command printed it.',
  wrongMethod: 'This method is not answered here.',
  foreignPage: 'Only the page that Benchbook serves may change the rulebook.',
  readOnly:
    'The rulebook cannot be changed from the page: Benchbook was started with --read-only or for other machines.',
  notJson: 'The body has to be JSON: {"text": …, "base": …}.',
  longBody: 'The body is too large to be a rulebook, or not UTF-8.',
  badEdit: 'The body has to be {"text": …, "base": …}; base is the version of the text that was edited.',
  changedSince: 'The rulebook has been changed by somebody else since.',
  badAddress: 'This address cannot be read.',
  longAddress: 'This address is too long.',
  noSuchPage: 'There is nothing at this address.',
  noPageBuilt:
    'The page has not been built yet: run npm run build, then start again. The answers under /api/ work without it.',
  noReport:
    'There is no report yet: the rulebook or its data has to be put right first. GET /api/state says what is wrong.',
  noKey: 'Which account? Give its key or name as ?key=.',
  badCount: (name: string, most: number) => `${name} is a whole number up to ${count(most)}.`,
  superseded: 'A newer request of the same series has taken the place of this one.',
  badFormat: 'The format is one of csv, json, parquet.',
  fault: 'Something went wrong inside Benchbook. Start it with --debug to see the details in the terminal.',
  tooOften: (seconds: number) =>
    `Too many requests from this address: ask again in ${String(seconds)} ${seconds === 1 ? 'second' : 'seconds'}.`,
};
