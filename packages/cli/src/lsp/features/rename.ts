import { renameableAt, renameAt } from '@benchbook/dsl';
import {
  LSPErrorCodes,
  ResponseError,
  type PrepareRenameResult,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { toLocation, toRange } from '../convert.js';
import { answering, type Feature } from '../feature.js';

/** Another name for a thing, wherever it is named; a refusal says why. */
export const rename: Feature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register: (session) => {
    const { connection } = session;
    connection.onPrepareRename(
      answering(session, null as PrepareRenameResult | null, ({ document, analysis }, { position }) => {
        const found = renameableAt(analysis, document.offsetAt(position));
        return found && toRange(document, found);
      }),
    );
    connection.onRenameRequest(
      answering(session, null as WorkspaceEdit | ResponseError<void> | null, async (opened, { position, newName }) => {
        const { edits, refused } = renameAt(opened.analysis, opened.document.offsetAt(position), newName);
        if (edits === null) return new ResponseError<void>(LSPErrorCodes.RequestFailed, refused);
        const changes: Record<string, TextEdit[]> = {};
        for (const { replacement, ...place } of edits) {
          const at = await toLocation(session, opened, place);
          if (at) (changes[at.uri] ??= []).push({ range: at.range, newText: replacement });
        }
        return { changes };
      }),
    );
  },
};
