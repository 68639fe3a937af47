import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { PROJECT } from '../../src/platform/config/index.ts';

/* Every kind of event about a child that the code can record, read from its calls of `recordEvent`. A kind that comes in as a
   parameter is looked for where the function is called. */

type Found = { kinds: ReadonlySet<string>; unread: readonly string[] };
type Source = { path: string; file: ts.SourceFile };

/** The kinds, and the calls whose kind cannot be read here. */
export function eventKinds(): Found {
  const sources = sourcesUnder(join(PROJECT, 'src'));
  const kinds = new Set<string>();
  const unread: string[] = [];
  const reading = new Set<ts.Node>();
  for (const { path, file } of sources) {
    for (const call of callsOf(file, 'recordEvent')) {
      const [, event] = call.arguments;
      if (event === undefined || isAboutNoChild(event)) continue;
      const found = propertyIn(event, 'kind').flatMap((one) => wordsOf(one, path));
      if (found.length === 0) unread.push(`${path}: ${call.getText()}`);
      for (const one of found) kinds.add(one);
    }
  }
  return { kinds, unread };

  /** The values of a property of an object: its own, or that of what is spread into it. */
  function propertyIn(object: ts.Expression, name: string): ts.Expression[] {
    if (ts.isParenthesizedExpression(object) || ts.isAsExpression(object))
      return propertyIn(object.expression, name);
    if (ts.isConditionalExpression(object))
      return [object.whenTrue, object.whenFalse].flatMap((one) =>
        isAboutNoChild(one) ? [] : propertyIn(one, name),
      );
    if (ts.isIdentifier(object)) {
      if (reading.has(object)) return [];
      reading.add(object);
      const given = valuesOf(object);
      const found = (given.length > 0 ? given : argumentsFor(object)).flatMap((one) => propertyIn(one, name));
      reading.delete(object);
      return found;
    }
    if (ts.isCallExpression(object)) return returnsOf(object).flatMap((one) => propertyIn(one, name));
    if (!ts.isObjectLiteralExpression(object)) return [];
    return object.properties.flatMap((one) => {
      if (ts.isSpreadAssignment(one)) return propertyIn(one.expression, name);
      if (one.name?.getText() !== name) return [];
      if (ts.isShorthandPropertyAssignment(one)) return [one.name];
      return ts.isPropertyAssignment(one) ? [one.initializer] : [];
    });
  }

  function isAboutNoChild(event: ts.Expression): boolean {
    const [childId] = propertyIn(event, 'childId');
    return childId?.kind === ts.SyntaxKind.NullKeyword;
  }

  function wordsOf(value: ts.Expression, path: string): string[] {
    if (ts.isStringLiteralLike(value)) return [value.text];
    if (ts.isParenthesizedExpression(value)) return wordsOf(value.expression, path);
    if (ts.isConditionalExpression(value))
      return [value.whenTrue, value.whenFalse].flatMap((one) => wordsOf(one, path));
    if (ts.isTemplateExpression(value))
      return [value.head.text + value.templateSpans.map(({ literal }) => `…${literal.text}`).join('')];
    if (ts.isAsExpression(value) || ts.isSatisfiesExpression(value)) return wordsOf(value.expression, path);
    // Of a table of kinds every one may be recorded.
    if (ts.isObjectLiteralExpression(value))
      return value.properties.flatMap((one) =>
        ts.isPropertyAssignment(one) ? wordsOf(one.initializer, path) : [],
      );
    if (ts.isPropertyAccessExpression(value) || ts.isElementAccessExpression(value))
      return wordsOf(value.expression, path);
    // A name that stands for itself, in a function that calls itself, says nothing more.
    if (!ts.isIdentifier(value) || reading.has(value)) return [];
    reading.add(value);
    const given = valuesOf(value).flatMap((one) => wordsOf(one, path));
    const words = given.length > 0 ? given : argumentsFor(value).flatMap((one) => wordsOf(one, path));
    reading.delete(value);
    return words;
  }

  /** What a name stands for where it stands: the constant nearest to it, in its own file or where it is imported from. */
  function valuesOf(name: ts.Expression): ts.Expression[] {
    if (!ts.isIdentifier(name)) return [];
    for (let at: ts.Node | undefined = name.parent; at !== undefined; at = at.parent) {
      const here = ts.isBlock(at) || ts.isSourceFile(at) ? at.statements.filter(ts.isVariableStatement) : [];
      const said = here
        .flatMap(({ declarationList }) => declarationList.declarations)
        .filter((one) => one.name.getText() === name.text);
      if (said.length > 0) return said.flatMap(({ initializer }) => initializer ?? []);
      if (ts.isFunctionLike(at) && at.parameters.some((one) => namesIn(one.name).includes(name.text)))
        return [];
    }
    return importedInto(name.getSourceFile(), name.text).flatMap(({ file }) =>
      file.statements
        .filter(ts.isVariableStatement)
        .flatMap(({ declarationList }) => declarationList.declarations)
        .filter((one) => one.name.getText() === name.text)
        .flatMap(({ initializer }) => initializer ?? []),
    );
  }

  /** What is given for a parameter wherever its function is called. */
  function argumentsFor(name: ts.Identifier): ts.Expression[] {
    const owner = ts.findAncestor(
      name,
      (at): at is ts.FunctionDeclaration =>
        ts.isFunctionDeclaration(at) && at.parameters.some((one) => namesIn(one.name).includes(name.text)),
    );
    const called = owner?.name?.text;
    if (owner === undefined || called === undefined) return [];
    const place = owner.parameters.findIndex((one) => namesIn(one.name).includes(name.text));
    const parameter = owner.parameters[place]?.name;
    const exported = owner.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
    return sources
      .filter(
        ({ file }) => file === owner.getSourceFile() || (exported && importOf(file, called) !== undefined),
      )
      .flatMap(({ file }) => callsOf(file, called))
      .flatMap((call) => call.arguments[place] ?? [])
      .flatMap((argument) =>
        parameter !== undefined && ts.isObjectBindingPattern(parameter)
          ? propertyIn(argument, name.text)
          : [argument],
      );
  }

  function returnsOf(call: ts.CallExpression): ts.Expression[] {
    const called = call.expression.getText();
    const found = call
      .getSourceFile()
      .statements.filter(ts.isFunctionDeclaration)
      .find((one) => one.name?.text === called);
    const [only] = found?.body?.statements.filter(ts.isReturnStatement) ?? [];
    return only?.expression === undefined ? [] : [only.expression];
  }

  function importedInto(file: ts.SourceFile, name: string): Source[] {
    const from = importOf(file, name);
    return from === undefined
      ? []
      : sources.filter((one) => one.path.endsWith(from) && declares(one.file, name));
  }
}

function declares(file: ts.SourceFile, name: string): boolean {
  return file.statements
    .filter(ts.isVariableStatement)
    .some(({ declarationList }) => declarationList.declarations.some((one) => one.name.getText() === name));
}

/** The file a name is imported from, without what leads there. */
function importOf(file: ts.SourceFile, name: string): string | undefined {
  for (const one of file.statements.filter(ts.isImportDeclaration)) {
    const named = one.importClause?.namedBindings;
    const has = named !== undefined && ts.isNamedImports(named);
    if (has && named.elements.some((element) => element.name.text === name))
      return ts.isStringLiteral(one.moduleSpecifier)
        ? one.moduleSpecifier.text.replace(/^[./]*/, '')
        : undefined;
  }
  return undefined;
}

function namesIn(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((one) => (ts.isBindingElement(one) ? namesIn(one.name) : []));
}

function callsOf(file: ts.SourceFile, name: string): ts.CallExpression[] {
  if (!file.text.includes(`${name}(`)) return [];
  const found: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name)
      found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function sourcesUnder(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|examples\.ts$|\/fixtures\//.test(path))
    .map((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      return { path, file: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
    });
}
