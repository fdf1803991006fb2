import { count } from '../../document/figures.js';

/** What `benchbook serve` prints, and the sentences of its HTTP answers. */
export const server = {
  serving: (file: string, address: string) => `${file} is open at ${address}`,
  stop: 'Stop with Ctrl-C.',
  exposed: (host: string) => `Listening on ${host}: other machines that reach it can read the data.`,
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
  broken: (revision: number, errors: number, kept: boolean) =>
    `Revision ${revision}: the rulebook has ${errors === 1 ? 'an error' : `${errors} errors`}${kept ? '; the last good report stays' : ''}`,
  unreadable: (revision: number, kept: boolean) =>
    `Revision ${revision}: the rulebook cannot be run${kept ? '; the last good report stays' : ''}`,
  stopped: (revision: number, kept: boolean) =>
    `Revision ${revision}: the data stops the run${kept ? '; the last good report stays' : ''}`,

  wrongHost: 'This address is not one that Benchbook serves. Open it as the command printed it.',
  wrongMethod: 'Only GET and HEAD are answered here.',
  badAddress: 'This address cannot be read.',
  longAddress: 'This address is too long.',
  noSuchPage: 'There is nothing at this address.',
  noPageBuilt:
    'The page has not been built yet: run npm run build, then start again. The answers under /api/ work without it.',
  noReport:
    'There is no report yet: the rulebook or its data has to be put right first. GET /api/state says what is wrong.',
  noKey: 'Which account? Give its key or name as ?key=.',
  badFormat: 'The format is one of csv, json, parquet.',
  fault: 'Something went wrong inside Benchbook. Start it with --debug to see the details in the terminal.',
};
