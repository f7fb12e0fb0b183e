import type { BillingIdentity, PriceItem } from '@stipple/domain';

/** Under which name the demo clinic bills; the number is made up, as is the street. */
export const demoIdentity: BillingIdentity = {
  name: 'Harbor Scar & Wound Clinic',
  tin: '000000019',
  npi: null,
  street: '12 Quayside',
  city: 'Port Alden',
  state: 'MA',
  postalCode: '02199',
  phone: '555-0142',
};

/** What the demo clinic charges. The price of a session is often changed on the line, after the size of the scar. */
export const demoPrices: readonly Omit<PriceItem, 'validFrom'>[] = [
  {
    code: 'session',
    kind: 'session',
    words: { en: 'Microneedling session', es: 'Sesión de microagujas' },
    procedureCode: '17999',
    unitCents: 45_000,
    sessions: 1,
    ended: false,
  },
  {
    code: 'prp',
    kind: 'add_on',
    words: {
      en: 'Platelet-rich plasma, added to a session',
      es: 'Plasma rico en plaquetas, añadido a una sesión',
    },
    procedureCode: '0232T',
    unitCents: 20_000,
    sessions: 0,
    ended: false,
  },
  {
    code: 'numbing-cream',
    kind: 'add_on',
    words: { en: 'Numbing cream', es: 'Crema anestésica' },
    procedureCode: '99070',
    unitCents: 2_500,
    sessions: 0,
    ended: false,
  },
  {
    code: 'three-sessions',
    kind: 'package',
    words: { en: 'Package of three sessions', es: 'Paquete de tres sesiones' },
    procedureCode: '17999',
    unitCents: 120_000,
    sessions: 3,
    ended: false,
  },
];
