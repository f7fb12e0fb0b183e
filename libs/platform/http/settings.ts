/** What the features need to know of the configuration. The app provides it. */
export abstract class Settings {
  /** Minutes without activity after which a sign-in locks. */
  abstract readonly idleMinutes: number;
  /** Hours after which a sign-in ends in any case. */
  abstract readonly signInHours: number;
  /** Whether cookies are sent over TLS only. False only where the clinic's browser talks to its own machine. */
  abstract readonly secureCookies: boolean;
  /** Folder of the content-addressed file store. */
  abstract readonly filesFolder: string;
  /** Requests that one sign-in may make in a minute, in this process. */
  abstract readonly requestsPerMinute: number;
  /** Tries to sign in that may come from one network address in a minute, at all processes together. */
  abstract readonly signInsPerMinute: number;
  /** Whether this process puts in what is done from time to time. It works on it in any case, whoever put it in. */
  abstract readonly watching: boolean;
  /** How e-mail is sent; null where none is. */
  abstract readonly mail: MailSettings | null;
  /** How cards are taken online; null where they are not. */
  abstract readonly cards: CardSettings | null;
}

export interface CardSettings {
  readonly secretKey: string;
  /** By which the provider signs what it tells us. */
  readonly webhookSecret: string;
  /** Where the provider’s API is; null for its own address. */
  readonly apiUrl: string | null;
  /** Where people open the dashboard: the beginning of the addresses that a payer comes back to. */
  readonly publicUrl: string;
}

export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly smtpUrl: string;
  readonly from: string;
  /** Where people open the dashboard: the beginning of every link. */
  readonly publicUrl: string;
}
