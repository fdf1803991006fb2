import { Readable, Writable } from 'node:stream';
import {
  createConnection,
  DidChangeWatchedFilesNotification,
  PositionEncodingKind,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Environment } from '../environment.js';
import { isLanguage } from '../language/choose.js';
import type { Language } from '@benchbook/engine';
import { FactsKeeper } from './facts-keeper.js';
import { Diagnostics } from './features/diagnostics.js';
import { features } from './features/index.js';
import { Project } from './project.js';
import { Session } from './session.js';

/** What an editor may ask for when it starts the server. */
interface Wishes {
  /** `en` or `zh`; else the editor's own locale, else the command's language. */
  readonly language?: unknown;
  /** Whether to look at the data for values, hovers and hints; it does unless told `false`. */
  readonly data?: unknown;
}

/**
 * Speaks the Language Server Protocol on the environment's input and output. The protocol ends the process: 0 after a
 * proper shutdown, 1 without one. Settles when the process is asked to stop by a signal.
 */
export async function serveLanguage(environment: Environment, language: Language): Promise<void> {
  const connection = createConnection(
    ProposedFeatures.all,
    Readable.from(environment.stdin(), { objectMode: false }),
    outputOf(environment),
  );
  const documents = new TextDocuments(TextDocument);
  const project = new Project();
  let refreshes = false;
  const facts = new FactsKeeper(
    project,
    (options) => environment.openWorkbook(options),
    () => {
      if (refreshes) void connection.languages.inlayHint.refresh();
    },
  );
  const session = new Session(connection, documents, project, facts);
  const diagnostics = new Diagnostics(session);
  let watches = false;

  connection.onInitialize((params): InitializeResult => {
    const { capabilities } = params;
    session.language = languageOf(params, language);
    session.takesSnippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    facts.enabled = wishesOf(params).data !== false;
    refreshes = capabilities.workspace?.inlayHint?.refreshSupport === true;
    watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    project.open(foldersOf(params));
    return { serverInfo: { name: 'benchbook' }, capabilities: serverCapabilities() };
  });
  connection.onInitialized(() => {
    if (watches) void connection.client.register(DidChangeWatchedFilesNotification.type, WATCHED);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    session.changed();
    for (const { uri } of documents.all()) diagnostics.later(uri);
    if (changes.some(({ uri }) => !isRulebook(uri))) facts.recount();
  });
  documents.onDidOpen(({ document: { uri } }) => {
    facts.count(uri);
  });
  documents.onDidSave(({ document: { uri } }) => {
    facts.count(uri);
  });
  documents.onDidChangeContent(() => {
    session.changed();
    for (const { uri } of documents.all()) diagnostics.later(uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    session.forget(uri);
    facts.forget(uri);
    diagnostics.close(uri);
  });
  connection.onShutdown(() => facts.close());
  for (const feature of features) feature.register(session);
  documents.listen(connection);
  connection.listen();
  await new Promise<void>((resolve) => {
    environment.stopped.addEventListener('abort', () => {
      resolve();
    });
  });
}

const WATCHED = { watchers: [{ globPattern: '**/*.{bench,csv,parquet}' }] };
const isRulebook = (uri: string): boolean => uri.endsWith('.bench');

const serverCapabilities = (): ServerCapabilities =>
  features.reduce<ServerCapabilities>((all, { capabilities }) => ({ ...all, ...capabilities }), {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspace: { workspaceFolders: { supported: true } },
  });

const wishesOf = ({ initializationOptions }: InitializeParams): Wishes =>
  typeof initializationOptions === 'object' && initializationOptions !== null ? (initializationOptions as Wishes) : {};

function languageOf(params: InitializeParams, otherwise: Language): Language {
  const { language } = wishesOf(params);
  if (typeof language === 'string' && isLanguage(language)) return language;
  if (params.locale === undefined) return otherwise;
  return params.locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function foldersOf({ workspaceFolders, ...params }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  // Editors that know of one folder only.
  const { rootUri } = params as { readonly rootUri?: string | null };
  return rootUri ? [rootUri] : [];
}

function outputOf({ stdout }: Environment): Writable {
  return new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      stdout.write(chunk).then(() => {
        done();
      }, done);
    },
  });
}
