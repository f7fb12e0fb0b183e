import type pg from 'pg';

const frame = (kind: 'd' | 'c' | 'f', content: Uint8Array) => {
  const head = Buffer.alloc(5);
  head.write(kind);
  head.writeUInt32BE(content.length + 4, 1);
  return Buffer.concat([head, content]);
};
const nothing = Buffer.alloc(0);

/**
 * `COPY … FROM STDIN`, which `pg` itself does not send: it hands a statement of somebody else's the connection and what
 * the server says to it. Pieces are sent as fast as the server takes them.
 */
class CopyIn implements pg.Submittable {
  constructor(
    private readonly text: string,
    private readonly pieces: AsyncIterable<Uint8Array>,
    private readonly done: (error?: Error) => void,
  ) {}

  submit(connection: pg.Connection): void {
    connection.query(this.text);
  }

  handleCopyInResponse(connection: pg.Connection): void {
    void this.send(connection);
  }

  handleCommandComplete(): void {
    // How many rows it were, the server says here; whoever copies counts them by itself.
  }

  handleError(error: Error): void {
    this.done(error);
  }

  handleReadyForQuery(): void {
    this.done();
  }

  private async send({ stream }: pg.Connection): Promise<void> {
    try {
      for await (const piece of this.pieces)
        if (!stream.write(frame('d', piece)))
          await new Promise((resolve) => void stream.once('drain', resolve));
      stream.write(frame('c', nothing));
    } catch (error) {
      // The server answers with an error of its own, which ends the statement.
      stream.write(frame('f', Buffer.from(`${String(error)}\0`)));
    }
  }
}

export function copyIn(
  client: pg.ClientBase,
  text: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(text, pieces, (error) => (error ? reject(error) : resolve())));
  });
}
