import type { EstimateLanguage } from '../estimate/language';

/**
 * What the patient's page says about paying by card. A payment is called paid only once the bank has said so; until then
 * nothing is promised.
 */
export type PatientCardTexts = Readonly<
  Record<
    | 'heading'
    | 'lead'
    | 'next'
    | 'all'
    | 'opening'
    | 'other'
    | 'confirming'
    | 'left'
    | 'paid'
    | 'receipt'
    | 'notPaid'
    | 'lookedAt'
    | 'sent'
    | 'changed'
    | 'underWay'
    | 'away',
    string
  >
>;

export const patientCardTexts: Readonly<Record<EstimateLanguage, PatientCardTexts>> = {
  en: {
    heading: 'Pay by card',
    lead: 'You type your card on the page of a card company. We do not see its number.',
    next: 'Pay {total}, due on {day}',
    all: 'Pay all that is left: {total}',
    opening: 'One moment…',
    other: 'You do not have to pay by card. Ask us how else you can pay.',
    confirming: 'Your bank is still looking at your payment of {total}. It is not paid until we say so here.',
    left: 'You came back before you paid.',
    paid: 'You paid {total} by card on {day}.',
    receipt: 'Number of your receipt: {name}',
    notPaid: 'Your card payment of {total} was not made.',
    lookedAt: 'We have to look at your card payment of {total}. Call us if you want to know more.',
    sent: 'You can close this page. We see your payment once your bank has said yes to it.',
    changed: 'A new amount is due now. Look at it and choose again.',
    underWay: 'You just paid by card. Wait until your bank has said yes to it.',
    away: 'We cannot open the page for your card right now. Try once more in a moment, or call us.',
  },
  es: {
    heading: 'Pagar con tarjeta',
    lead: 'Usted escribe su tarjeta en la página de otra empresa. Nosotros no vemos el número.',
    next: 'Pagar {total}, para el {day}',
    all: 'Pagar todo lo que falta: {total}',
    opening: 'Un momento…',
    other: 'No tiene que pagar con tarjeta. Pregunte de qué otra forma puede pagar.',
    confirming: 'Su banco todavía revisa su pago de {total}. No está pagado hasta que lo vea aquí.',
    left: 'Usted volvió antes de pagar.',
    paid: 'Usted pagó {total} con tarjeta el {day}.',
    receipt: 'Número de su recibo: {name}',
    notPaid: 'No se hizo su pago de {total} con tarjeta.',
    lookedAt: 'Tenemos que revisar su pago de {total} con tarjeta. Llame si quiere saber más.',
    sent: 'Ya puede cerrar esta página. Vemos su pago cuando su banco diga que sí.',
    changed: 'Ahora se debe otra suma. Véala y elija otra vez.',
    underWay: 'Acaba de pagar con tarjeta. Espere a que su banco diga que sí.',
    away: 'Ahora no se abre la página para su tarjeta. Pruebe otra vez en un momento, o llame.',
  },
};
