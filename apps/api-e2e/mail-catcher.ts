import { once } from 'node:events';
import { type Socket, createServer } from 'node:net';

export interface CaughtMail {
  readonly to: string;
  /** Headers and body as they came over the wire, with every header on one line. */
  readonly content: string;
}

/** What the server does with the next e-mail: take it, refuse it, or hang up once it has it, without a word. */
type Manners = 'take' | 'refuse' | 'hang_up';

/** A mail server on this machine that delivers nothing. */
export interface MailCatcher {
  readonly url: string;
  readonly caught: readonly CaughtMail[];
  behave(manners: Manners): void;
  close(): Promise<void>;
}

/** Speaks as much SMTP (RFC 5321) as it takes to be handed an e-mail. */
export async function catchMail(): Promise<MailCatcher> {
  const caught: CaughtMail[] = [];
  const sockets = new Set<Socket>();
  let manners: Manners = 'take';
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined));
    converse(socket, () => manners, caught);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    caught,
    behave: (wanted) => void (manners = wanted),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function converse(socket: Socket, manners: () => Manners, caught: CaughtMail[]): void {
  let heard = '';
  let to = '';
  let readsContent = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say('220 catcher ready');
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString('latin1');
    for (;;) {
      const end = readsContent ? '\r\n.\r\n' : '\r\n';
      const at = heard.indexOf(end);
      if (at < 0) return;
      const said = heard.slice(0, at);
      heard = heard.slice(at + end.length);
      if (readsContent) {
        readsContent = false;
        caught.push({ to, content: unfolded(said) });
        if (manners() === 'hang_up') return void socket.destroy();
        say('250 taken');
      } else if (/^RCPT/i.test(said)) {
        to = /<(.*)>/.exec(said)?.[1] ?? '';
        say(manners() === 'refuse' ? '451 not now' : '250 ok');
      } else if (/^DATA/i.test(said)) {
        readsContent = true;
        say('354 go on');
      } else if (/^QUIT/i.test(said)) {
        say('221 bye');
        socket.end();
      } else say('250 ok');
    }
  });
}

/** RFC 5322, 2.2.3: a long header goes on in lines that begin with a blank. */
function unfolded(said: string): string {
  const [headers = '', ...body] = said.split('\r\n\r\n');
  return [headers.replace(/\r\n[ \t]+/g, ' '), ...body].join('\r\n\r\n');
}
