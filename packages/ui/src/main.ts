import { askedBy } from './api/asked.js';
import { httpClient } from './api/client.js';
import { browserShelf } from './workbench/draft.js';
import { kept } from './workbench/preferences.js';
import { Store } from './workbench/store.js';
import { applyTheme, isTheme } from './workbench/theme.js';
import { accountFrom, languageFrom, rulebookFrom } from './workbench/url-state.js';
import { Workbench } from './workbench/workbench.js';

const address = new URL(location.href);
const theme = kept('benchbook.theme');
const store = new Store(httpClient(askedBy(address)), browserShelf, {
  language: languageFrom(address, kept('benchbook.language'), navigator.languages),
  theme: isTheme(theme) ? theme : 'system',
  selected: accountFrom(address),
  rulebookOpen: matchMedia('(min-width: 1280px)').matches
    ? (kept('benchbook.rulebook') ?? 'open') === 'open'
    : rulebookFrom(address),
});
applyTheme(store.view.theme, document.documentElement);

const workbench = new Workbench();
workbench.store = store;
document.body.append(workbench);
