import { definitionAt, highlightsAt, referencesAt } from '@benchbook/dsl';
import { DocumentHighlightKind, type DefinitionLink, type Location } from 'vscode-languageserver/node';
import { toLocation, toRange } from '../convert.js';
import { answering, type Feature } from '../feature.js';

/** From a name to its declaration, to every place that names it, and to those in sight. */
export const navigation: Feature = {
  capabilities: { definitionProvider: true, referencesProvider: true, documentHighlightProvider: true },
  register: (session) => {
    const { connection } = session;
    connection.onDefinition(
      answering(session, null as DefinitionLink[] | null, async (opened, { position }) => {
        const { document, analysis } = opened;
        const found = definitionAt(analysis, document.offsetAt(position));
        const name = found && (await toLocation(session, opened, found.name));
        const whole = found && (await toLocation(session, opened, found.whole));
        if (!found || !name || !whole) return null;
        return [
          {
            originSelectionRange: toRange(document, found.from),
            targetUri: name.uri,
            targetRange: whole.range,
            targetSelectionRange: name.range,
          },
        ];
      }),
    );
    connection.onReferences(
      answering(session, null as Location[] | null, async (opened, { position, context }) => {
        const { document, analysis } = opened;
        const found = referencesAt(analysis, document.offsetAt(position), context.includeDeclaration);
        const places = await Promise.all(found.map((place) => toLocation(session, opened, place)));
        return places.flatMap((place) => place ?? []);
      }),
    );
    connection.onDocumentHighlight(
      answering(session, null, ({ document, analysis }, { position }) =>
        highlightsAt(analysis, document.offsetAt(position)).map(({ span, defines }) => ({
          range: toRange(document, span),
          kind: defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })),
      ),
    );
  },
};
