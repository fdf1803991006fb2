import { EditorState, type Extension } from '@codemirror/state';
import type { Language } from '../language/language.js';

/** What CodeMirror itself says, in Chinese; English is what it speaks by itself. */
const ZH: Readonly<Record<string, string>> = {
  // @codemirror/view, @codemirror/commands
  'Control character': '控制字符',
  // @codemirror/autocomplete
  Completions: '补全',
  'Current completion': '当前补全项',
  // @codemirror/language
  'Folded lines': '已折叠的行',
  'Unfolded lines': '已展开的行',
  to: '到',
  'folded code': '已折叠的内容',
  unfold: '展开',
  'Fold line': '折叠',
  'Unfold line': '展开',
  // @codemirror/lint
  Diagnostics: '问题',
  'No diagnostics': '没有问题',
  // @codemirror/search
  'Go to line': '转到行',
  go: '转到',
  Find: '查找',
  Replace: '替换',
  next: '下一个',
  previous: '上一个',
  all: '全部',
  'match case': '区分大小写',
  regexp: '正则表达式',
  'by word': '全词匹配',
  replace: '替换',
  'replace all': '全部替换',
  close: '关闭',
  'current match': '当前匹配',
  'replaced $ matches': '已替换 $ 处匹配',
  'replaced match on line $': '已替换第 $ 行的匹配',
  'on line': '在第几行',
  // @codemirror/merge
  '$ unchanged lines': '$ 行未变',
};

export const phrases = (language: Language): Extension => (language === 'zh' ? EditorState.phrases.of(ZH) : []);
