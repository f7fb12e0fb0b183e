import { Config } from './config';

const least = { DATABASE_URL: 'postgresql://stipple_app@localhost/stipple', FILES_FOLDER: '/files' };
const mail = {
  SMTP_URL: 'smtp://user:secret@mail.clinic.test:587',
  MAIL_FROM: 'stipple@clinic.test',
  PUBLIC_URL: 'https://stipple.clinic.test/',
};

it('needs a database and a folder, and sends no e-mail unless told how', () => {
  expect(Config.from(least)).toMatchObject({ watching: true, mail: null });
  expect(() => Config.from({})).toThrow(/DATABASE_URL .*\n.*FILES_FOLDER /s);
});

it('takes the settings of e-mail together, and links without a doubled slash', () =>
  expect(Config.from({ ...least, ...mail }).mail).toEqual({
    smtpUrl: mail.SMTP_URL,
    from: mail.MAIL_FROM,
    publicUrl: 'https://stipple.clinic.test',
  }));

it.each(['MAIL_FROM', 'PUBLIC_URL'])('refuses e-mail without %s, and says so', (name) => {
  const { [name]: _left, ...rest } = { ...least, ...mail } as Record<string, string>;
  expect(() => Config.from(rest)).toThrow(`${name} is needed beside SMTP_URL`);
});

it.each([
  ['SMTP_URL', 'mail.clinic.test'],
  ['MAIL_FROM', 'nobody'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['WATCHING', 'perhaps'],
])('refuses %s=%s', (name, value) =>
  expect(() => Config.from({ ...least, ...mail, [name]: value })).toThrow(name),
);

describe('cards that are taken online', () => {
  const cards = {
    STRIPE_SECRET_KEY: 'sk_test_key',
    STRIPE_WEBHOOK_SECRET: 'whsec_secret',
    PUBLIC_URL: 'https://stipple.clinic.test/',
  };

  it('are off unless they are complete', () => {
    expect(Config.from(least).cards).toBeNull();
    expect(Config.from({ ...least, ...cards }).cards).toEqual({
      secretKey: 'sk_test_key',
      webhookSecret: 'whsec_secret',
      apiUrl: null,
      publicUrl: 'https://stipple.clinic.test',
    });
  });

  it.each(['STRIPE_WEBHOOK_SECRET', 'PUBLIC_URL'])('need %s', (name) => {
    const { [name]: _left, ...rest } = { ...least, ...cards } as Record<string, string>;
    expect(() => Config.from(rest)).toThrow(`${name} is needed beside STRIPE_SECRET_KEY`);
  });

  it.each([
    ['STRIPE_SECRET_KEY', 'pk_test_public'],
    ['STRIPE_WEBHOOK_SECRET', 'secret'],
    ['STRIPE_API', 'stripe.example'],
  ])('are refused with a wrong %s, and the value is not repeated', (name, value) => {
    const config = () => Config.from({ ...least, ...cards, [name]: value });
    expect(config).toThrow(name);
    expect(config).not.toThrow(value);
  });
});
