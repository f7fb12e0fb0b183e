/** The languages in which a patient can have an estimate. */
export const estimateLanguages = ['en', 'es'] as const;
export type EstimateLanguage = (typeof estimateLanguages)[number];

export const estimateLanguageWords: Readonly<Record<EstimateLanguage, string>> = {
  en: 'English',
  es: 'Spanish',
};

/** How the patient wants it: 45 CFR 149.610(e) leaves the choice to them. */
export const estimateDeliveries = ['paper', 'electronic'] as const;
export type EstimateDelivery = (typeof estimateDeliveries)[number];

/** Who asked what it costs; that sets the clock going. */
export const estimateAskers = ['patient', 'representative'] as const;
export type EstimateAsker = (typeof estimateAskers)[number];

export const estimateAskerWords: Readonly<Record<EstimateAsker, string>> = {
  patient: 'The patient',
  representative: 'Somebody who may act for the patient',
};
