/** Finds texts for people in TypeScript sources: those that are given to be translated, and those that were forgotten. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './paths.mjs';

/** A source as a tree: `{ path, tree }`. */
export function parse(path, text) {
  return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

/** Every `.ts` and `.tsx` under `folder` of this checkout: `{ path, tree }`, the path with forward slashes. */
export function sources(folder) {
  const names = readdirSync(join(root, folder), { recursive: true }).map(name => name.replaceAll('\\', '/'));
  return names
    .filter(name => /\.tsx?$/.test(name))
    .sort()
    .map(name => parse(`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8')));
}

const isTranslation = node =>
  ts.isCallExpression(node) && /^(vscode\.l10n\.)?t$/.test(node.expression.getText());
const isText = node => ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
const place = (path, tree, node) => `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;

/** The text of a literal, with `{…}` where a template has an expression. */
function textOf(node) {
  if (isText(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `{…}${literal.text}`).join('');
}

/** Two words, one of them in small letters, are a sentence. */
const isSentence = text => /\s/.test(text) && /[a-z]{2,}/.test(text.replaceAll('{…}', ''));

/** The first arguments of `vscode.l10n.t` and `t`: `{ where, text }`; no text where it is not written out. */
export function translated({ path, tree }) {
  const found = [];
  const visit = node => {
    if (isTranslation(node)) {
      const [message] = node.arguments;
      found.push({
        where: place(path, tree, node),
        text: message && isText(message) ? message.text : undefined,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The sentences that no translator is given, and in JSX every text and every attribute that is read out: `{ where, text }`. */
export function untranslated({ path, tree }) {
  const found = [];
  const add = (node, text) => found.push({ where: place(path, tree, node), text: text.trim() });
  const visit = node => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node) || isStyle(node))
      return;
    if (isTranslation(node)) {
      node.arguments.slice(1).forEach(visit);
      return;
    }
    const text = textOf(node);
    if (text !== undefined && (isSentence(text) || isSpoken(node))) add(node, text);
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) add(node, node.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** What is read by the style sheet, not by people. */
const isStyle = node => ts.isJsxAttribute(node) && ['class', 'style'].includes(node.name.getText());

const spoken = new Set(['title', 'placeholder', 'alt', 'label', 'aria-label', 'aria-description']);

function isSpoken(node) {
  return (
    ts.isJsxAttribute(node.parent) && spoken.has(node.parent.name.getText()) && /\p{L}/u.test(node.text ?? '')
  );
}
