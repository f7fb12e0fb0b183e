import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { NotTaken, sendMail } from './mailer';

const letter = {
  to: 'robin@clinic.test',
  subject: 'Stipple: 1 late',
  text: '1 task late',
  messageId: '<1@clinic.test>',
};
const settings = (smtpUrl: string) => ({
  smtpUrl,
  from: 'stipple@clinic.test',
  publicUrl: 'https://clinic.test',
});

/** The fault of sending to a server that answers each line so. */
async function faultOf(answer: (line: string) => string, user = ''): Promise<unknown> {
  const heard: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined).write('220 ready\r\n');
    socket.on('data', (chunk) => {
      heard.push(chunk.toString());
      socket.write(`${answer(chunk.toString())}\r\n`);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const fault: unknown = await sendMail(settings(`smtp://${user}127.0.0.1:${port}`), letter).catch(
    (error) => error,
  );
  server.close();
  expect(heard.join()).not.toContain('AUTH');
  return fault;
}

it('says that nobody was there, so that it may be tried again', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const sending = sendMail(settings(`smtp://127.0.0.1:${port}`), letter);
  await expect(sending).rejects.toMatchObject({ message: 'no connect', isReachable: false });
});

it('says by which code the server refused it, and not in which words', async () => {
  const fault = await faultOf((line) => (/^RCPT/.test(line) ? '550 no robin@clinic.test here' : '250 ok'));
  expect(fault).toBeInstanceOf(NotTaken);
  expect(fault).toMatchObject({ message: 'SMTP 550', isReachable: true });
});

it('never sends a password over an open line', async () => {
  const fault = await faultOf((line) => (/^EHLO/.test(line) ? '250 AUTH PLAIN' : '502 no'), 'user:secret@');
  expect(fault).toBeInstanceOf(NotTaken);
});
