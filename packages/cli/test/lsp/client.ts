import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { project } from '../support/benchbook.js';
import { spawn } from 'node:child_process';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

const bin = path.resolve(import.meta.dirname, '../../bin/benchbook.js');

/** A language server in a process of its own, and the messages that go to and fro. */
export class Client {
  readonly #child: ChildProcess;
  readonly #received: Message[] = [];
  readonly #waiting = new Set<() => void>();
  #rest = Buffer.alloc(0);
  #id = 0;
  readonly closed: Promise<number | null>;

  constructor(args: readonly string[] = ['lsp', '--stdio']) {
    this.#child = spawn(process.execPath, [bin, ...args], {
      cwd: project,
      env: { PATH: process.env.PATH, LANG: 'C.UTF-8' },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      this.#read(chunk);
    });
    this.closed = new Promise((resolve) => this.#child.once('close', resolve));
    onTestFinished(() => void this.#child.kill());
  }

  /** Starts a session; gives what the server says it can do. */
  async initialize(options: Readonly<Record<string, unknown>> = {}): Promise<Readonly<Record<string, unknown>>> {
    const answer = await this.request<{ capabilities: Record<string, unknown> }>('initialize', {
      processId: null,
      rootUri: pathToFileURL(project).href,
      capabilities: {
        textDocument: { completion: { completionItem: { snippetSupport: true } } },
        workspace: { inlayHint: { refreshSupport: true } },
      },
      ...options,
    });
    this.notify('initialized', {});
    return answer.capabilities;
  }

  open(uri: string, text: string): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'benchbook', version: 1, text } });
  }

  notify(method: string, params: unknown): void {
    this.#write({ method, params });
  }

  /** @throws Error with the server's sentence when it refuses */
  async request<Result = unknown>(method: string, params: unknown): Promise<Result> {
    const answer = await this.answer(this.send(method, params));
    if (answer.error) throw new Error(answer.error.message);
    return answer.result as Result;
  }

  /** Sends a request and gives its number. */
  send(method: string, params: unknown): number {
    this.#id += 1;
    this.#write({ id: this.#id, method, params });
    return this.#id;
  }

  answer(id: number): Promise<Message> {
    return this.#next((message) => message.id === id && message.method === undefined);
  }

  /** The next notification or request of a method that the server sends. */
  async told<Params>(method: string, wanted: (params: Params) => boolean = () => true): Promise<Params> {
    const message = await this.#next((one) => one.method === method && wanted(one.params as Params));
    return message.params as Params;
  }

  raw(text: string): void {
    this.#child.stdin?.write(text);
  }

  end(): void {
    this.#child.stdin?.end();
  }

  #write(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.raw(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  async #next(wanted: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const index = this.#received.findIndex(wanted);
      const [found] = index < 0 ? [] : this.#received.splice(index, 1);
      if (found) return found;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  #read(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const head = this.#rest.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(this.#rest.subarray(0, Math.max(0, head)).toString())?.[1]);
      if (head < 0 || this.#rest.length < head + 4 + length) break;
      this.#received.push(JSON.parse(this.#rest.subarray(head + 4, head + 4 + length).toString()) as Message);
      this.#rest = this.#rest.subarray(head + 4 + length);
    }
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}
