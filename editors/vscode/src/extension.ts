import { existsSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, TransportKind, type ServerOptions } from 'vscode-languageclient/node';
import { serverCommand } from './server-command.js';

let client: LanguageClient | null = null;

/** VS Code calls this when the first rulebook or notebook is opened. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand('benchbook.restart', restart),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('benchbook')) void restart();
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  client = null;
}

async function restart(): Promise<void> {
  await deactivate();
  await start();
}

async function start(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('benchbook');
  const folders = vscode.workspace.workspaceFolders?.map(({ uri }) => uri.fsPath) ?? [];
  const asked = settings.get<readonly string[]>('command', []);
  const { command, args } = serverCommand(asked, vscode.workspace.isTrusted ? folders : [], {
    exists: existsSync,
    windows: process.platform === 'win32',
  });
  const server: ServerOptions = {
    command,
    args: [...args],
    transport: TransportKind.stdio,
    // `.cmd` files need a shell on Windows.
    options: { shell: process.platform === 'win32', ...(folders[0] ? { cwd: path.normalize(folders[0]) } : {}) },
  };
  const language = settings.get<string>('language', 'auto');
  client = new LanguageClient('benchbook', 'Benchbook', server, {
    documentSelector: [
      { language: 'benchbook' },
      // The bench cells of notebooks.
      { language: 'markdown', scheme: 'file' },
    ],
    initializationOptions: { data: settings.get<boolean>('data', true), ...(language === 'auto' ? {} : { language }) },
  });
  try {
    await client.start();
  } catch (error) {
    client = null;
    const why = error instanceof Error ? error.message : String(error);
    const open = vscode.l10n.t('Open settings');
    const text = vscode.l10n.t('Benchbook could not be started by `{0}`: {1}', [command, ...args].join(' '), why);
    const chosen = await vscode.window.showErrorMessage(text, open);
    if (chosen === open) await vscode.commands.executeCommand('workbench.action.openSettings', 'benchbook.command');
  }
}
