import type { CancellationToken, ServerCapabilities } from 'vscode-languageserver/node';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { Opened, Session } from './session.js';

/** One thing the server can do: what it says it can, and how it answers. */
export interface Feature {
  readonly capabilities: ServerCapabilities;
  register(session: Session): void;
}

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

/**
 * Answers a request about an open document. A document that is not open, and a request that makes no sense, is answered
 * by `otherwise`; one that was given up in the meantime by the error that the protocol has for it.
 */
export function answering<Params extends AboutDocument, Answer>(
  session: Session,
  otherwise: Answer,
  answer: (opened: Opened, params: Params) => Answer | Promise<Answer>,
): (params: Params, token: CancellationToken) => Promise<Answer | ResponseError<void>> {
  return async (params, token) => {
    try {
      const opened = await session.open(params.textDocument.uri);
      // Whatever came in since has been read by now, so a request that was given up is known to be.
      await new Promise((resolve) => setImmediate(resolve));
      if (token.isCancellationRequested) return new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'cancelled');
      return opened === null ? otherwise : await answer(opened, params);
    } catch (error) {
      session.connection.console.error(error instanceof Error ? error.message : String(error));
      return otherwise;
    }
  };
}
