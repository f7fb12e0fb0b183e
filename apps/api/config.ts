import { type CardSettings, type MailSettings, Settings } from '@stipple/http';
import { z } from 'zod';

const flag = z.enum(['yes', 'no']).transform((value) => value === 'yes');

/** Every setting, from the environment, read once. There is no default for anything secret. */
const Environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .describe('the database, as the application role'),
  PORT: z.coerce.number().int().min(0).max(65535).default(4200),
  HOST: z.string().default('127.0.0.1'),
  FILES_FOLDER: z.string().min(1).describe('where uploaded files are kept'),
  DASHBOARD_FOLDER: z.string().optional().describe('the built dashboard; without it only the API is served'),
  IDLE_MINUTES: z.coerce.number().int().min(1).max(120).default(15),
  SIGN_IN_HOURS: z.coerce.number().int().min(1).max(24).default(12),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(60).default(1200),
  SIGN_INS_PER_MINUTE: z.coerce.number().int().min(5).default(60),
  PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0).describe('reverse proxies in front'),
  SECURE_COOKIES: flag.default(true),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  POOL_SIZE: z.coerce.number().int().min(2).max(100).default(8),
  WATCHING: flag.default(true),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional()
    .describe('the server that sends the daily digest'),
  MAIL_FROM: z.string().includes('@').optional().describe('the sender of the daily digest'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('where people open the dashboard'),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[sr]k_\w+$/, 'must begin with sk_ or rk_')
    .optional()
    .describe('for cards that are taken online, by Stripe'),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .startsWith('whsec_')
    .optional()
    .describe('by which Stripe signs its notices'),
  STRIPE_API: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('another address of Stripe’s API, for tests'),
});

/**
 * E-mail is off, or complete: a digest without a sender or with links to nowhere is worse than none. So are cards: money
 * that comes and that nobody hears of.
 */
const beside = {
  SMTP_URL: ['MAIL_FROM', 'PUBLIC_URL'],
  STRIPE_SECRET_KEY: ['STRIPE_WEBHOOK_SECRET', 'PUBLIC_URL'],
} as const;

const Complete = Environment.superRefine((env, context) => {
  for (const leading of ['SMTP_URL', 'STRIPE_SECRET_KEY'] as const)
    for (const name of env[leading] === undefined ? [] : beside[leading])
      if (env[name] === undefined)
        context.addIssue({ code: 'custom', path: [name], message: `is needed beside ${leading}` });
});

export class Config extends Settings {
  readonly databaseUrl: string;
  readonly port: number;
  readonly host: string;
  readonly filesFolder: string;
  readonly dashboardFolder: string | null;
  readonly idleMinutes: number;
  readonly signInHours: number;
  readonly requestsPerMinute: number;
  readonly signInsPerMinute: number;
  readonly proxyHops: number;
  readonly secureCookies: boolean;
  readonly logLevel: string;
  readonly poolSize: number;
  readonly watching: boolean;
  readonly mail: MailSettings | null;
  readonly cards: CardSettings | null;

  private constructor(env: z.infer<typeof Environment>) {
    super();
    this.databaseUrl = env.DATABASE_URL;
    this.port = env.PORT;
    this.host = env.HOST;
    this.filesFolder = env.FILES_FOLDER;
    this.dashboardFolder = env.DASHBOARD_FOLDER ?? null;
    this.idleMinutes = env.IDLE_MINUTES;
    this.signInHours = env.SIGN_IN_HOURS;
    this.requestsPerMinute = env.REQUESTS_PER_MINUTE;
    this.signInsPerMinute = env.SIGN_INS_PER_MINUTE;
    this.proxyHops = env.PROXY_HOPS;
    this.secureCookies = env.SECURE_COOKIES;
    this.logLevel = env.LOG_LEVEL;
    this.poolSize = env.POOL_SIZE;
    this.watching = env.WATCHING;
    this.mail = mailOf(env);
    this.cards = cardsOf(env);
  }

  /** @throws Error that lists everything missing or wrong, one line each */
  static from(environment: Readonly<Record<string, string | undefined>>): Config {
    const result = Complete.safeParse(environment);
    if (result.success) return new Config(result.data);
    const lines = result.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const about = Environment.shape[name as keyof typeof Environment.shape]?.description;
      return `  ${name} ${issue.message}${about ? ` (${about})` : ''}`;
    });
    throw new Error(`The configuration is not complete:\n${lines.join('\n')}`);
  }
}

function mailOf({ SMTP_URL, MAIL_FROM, PUBLIC_URL }: z.infer<typeof Environment>): MailSettings | null {
  if (SMTP_URL === undefined || MAIL_FROM === undefined || PUBLIC_URL === undefined) return null;
  return { smtpUrl: SMTP_URL, from: MAIL_FROM, publicUrl: plainUrl(PUBLIC_URL) };
}

function cardsOf(env: z.infer<typeof Environment>): CardSettings | null {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API, PUBLIC_URL } = env;
  if (secretKey === undefined || webhookSecret === undefined || PUBLIC_URL === undefined) return null;
  return { secretKey, webhookSecret, apiUrl: STRIPE_API ?? null, publicUrl: plainUrl(PUBLIC_URL) };
}

/** A link is put together without a doubled slash. */
const plainUrl = (url: string) => url.replace(/\/$/, '');
