import pg from 'pg';

/*
 * What is asked of a connection again and again, asked as cheaply as the protocol allows: the columns of an answer are
 * described the first time a question is put on a connection, and known after that.
 */

type Column = { name: string; read: (text: string) => unknown };

/** The columns of each named question a connection was told of; a question that answers no rows has none. */
export type Described = Map<string, readonly Column[]>;

export type Answer = { command: string; rowCount: number | null; rows: object[] };
export type Answered = (error: Error | null, answer?: Answer) => void;

/** What the driver gives a question to put itself with. */
type Connection = {
  query(text: string): void;
  parse(statement: { name: string; text: string }): void;
  bind(to: { statement: string; values: readonly unknown[] }): void;
  describe(what: { type: 'P'; name: '' }): void;
  execute(): void;
  sync(): void;
  /** Those on their way, by name; the driver itself takes out what could not be parsed. */
  submittedNamedStatements: Record<string, string>;
};

/** The driver's own question, as far as it is used here; its types leave out what it hears from the connection. */
type DriversQuestion = {
  name: string;
  readonly text: string;
  callback: Answered;
  hasBeenParsed(connection: Connection): boolean;
};
const DriversQuestion = pg.Query as unknown as new (text: string) => DriversQuestion;

/** How the driver writes a value for the database; left out of its types. */
const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): unknown } }).utils;

/** A question under a name, prepared on the connection the first time. Throws where a value cannot be written. */
export class NamedQuestion extends DriversQuestion {
  readonly #values: readonly unknown[];
  readonly #described: Described;
  #columns: readonly Column[] | undefined;
  #command = '';
  #rowCount: number | null = null;
  readonly #rows: object[] = [];
  #unreadable: Error | undefined;

  constructor(
    { name, text, values }: { name: string; text: string; values: readonly unknown[] },
    described: Described,
    answered: Answered,
  ) {
    super(text);
    this.name = name;
    this.callback = answered;
    this.#values = values.map((value) => prepareValue(value));
    this.#described = described;
  }

  submit(connection: Connection): null {
    if (!this.hasBeenParsed(connection)) {
      connection.parse({ name: this.name, text: this.text });
      connection.submittedNamedStatements[this.name] = this.text;
    }
    connection.bind({ statement: this.name, values: this.#values });
    // Also where the first description is still on its way.
    this.#columns = this.#described.get(this.name);
    if (this.#columns === undefined) connection.describe({ type: 'P', name: '' });
    connection.execute();
    connection.sync();
    return null;
  }

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({
      name,
      read: pg.types.getTypeParser(dataTypeID, 'text'),
    }));
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const row: Record<string, unknown> = {};
    try {
      for (const [place, { name, read }] of (this.#columns ?? []).entries()) {
        const text = fields[place] ?? null;
        row[name] = text === null ? null : read(text);
      }
    } catch (error) {
      this.#unreadable ??= error instanceof Error ? error : new Error(String(error));
    }
    this.#rows.push(row);
  }

  handleCommandComplete({ text }: { text: string }): void {
    const [command = '', ...counts] = text.split(' ');
    this.#command = command;
    const rows = counts.at(-1);
    this.#rowCount = rows === undefined ? null : Number(rows);
  }

  handleReadyForQuery(): void {
    this.#described.set(this.name, this.#columns ?? []);
    if (this.#unreadable !== undefined) this.callback(this.#unreadable);
    else this.callback(null, { command: this.#command, rowCount: this.#rowCount, rows: this.#rows });
  }

  handleError(error: Error): void {
    this.callback(error);
  }
}

/** Commands that answer nothing, sent as they are: what begins a transaction through a lens, and what ends one. */
export class Commands extends DriversQuestion {
  #command = '';

  constructor(text: string, answered: Answered) {
    super(text);
    this.callback = answered;
  }

  submit(connection: Connection): null {
    connection.query(this.text);
    return null;
  }

  /** The last of them: `ROLLBACK`, where a commit was asked of a transaction that had failed. */
  handleCommandComplete({ text }: { text: string }): void {
    this.#command = text;
  }

  handleReadyForQuery(): void {
    this.callback(null, { command: this.#command, rowCount: null, rows: [] });
  }

  handleError(error: Error): void {
    this.callback(error);
  }
}
