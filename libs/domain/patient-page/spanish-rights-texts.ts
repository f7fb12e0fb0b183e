import type { RightsTexts } from './rights-texts';

export const spanishRightsTexts: RightsTexts = {
  title: 'Sus papeles y sus derechos',
  lead: 'Este archivo es para usted. Guárdelo en un lugar seguro.',
  headings: {
    decision: 'Lo que dijo su seguro',
    steps: 'Lo que puede hacer y hasta qué día',
    how: 'Cómo hacerlo',
    where: 'A dónde mandarlo',
    then: 'Si su seguro dice otra vez que no',
    packet: 'Lo que mandamos a su seguro',
    counts: 'Lo que debe saber de estos días',
  },
  decision: {
    denied: 'El {day} su seguro dijo que no a lo que pedimos.',
    deniedNoDay: 'Su seguro dijo que no a lo que pedimos. No sabemos qué día.',
    part: 'El {day} su seguro dijo que sí a una parte de lo que pedimos, y que no a lo demás.',
    partNoDay: 'Su seguro dijo que sí a una parte de lo que pedimos. No sabemos qué día.',
    none: 'Su seguro no ha dicho que no. Por eso ahora no hay nada que apelar.',
  },
  steps: {
    appeal: {
      open: 'Puede pedir a su seguro que lo vea otra vez. Eso se llama apelar. El último día es el {day}.',
      over: 'El último día para apelar fue el {day}. Pregunte a su seguro si todavía la acepta.',
      day_not_known:
        'Puede pedir a su seguro que lo vea otra vez. Eso se llama apelar. No sabemos el último día. Búsquelo en la carta de su seguro.',
      sent: 'El {day} se mandó una apelación a su seguro.',
    },
    second_appeal: {
      open: 'Puede apelar una vez más. El último día es el {day}.',
      over: 'El último día para apelar una vez más fue el {day}. Pregunte a su seguro si todavía la acepta.',
      day_not_known:
        'Puede que su seguro le deje apelar una vez más. No sabemos el último día. Búsquelo en la carta de su seguro.',
      sent: 'El {day} se mandó la segunda apelación.',
    },
    external_review: {
      open: 'Puede que usted pueda pedir que lo vea gente que no trabaja para su seguro. Eso se llama revisión externa. El último día para pedirla es el {day}.',
      over: 'El último día para pedir que lo vea gente de fuera fue el {day}. Pregunte a su seguro si todavía se puede.',
      day_not_known:
        'Puede que usted pueda pedir que lo vea gente que no trabaja para su seguro. No sabemos el último día. Búsquelo en la carta de su seguro.',
      sent: 'El {day} se pidió que lo vea gente de fuera.',
    },
    fair_hearing: {
      open: 'Puede pedir a su estado una audiencia. El último día para pedirla es el {day}.',
      over: 'El último día para pedir una audiencia fue el {day}. Pregunte a su estado si todavía se puede.',
      day_not_known:
        'Puede pedir a su estado una audiencia. No sabemos el último día. Búsquelo en la carta que le llegó.',
      sent: 'El {day} se pidió una audiencia.',
    },
  },
  noSteps: 'No sabemos qué pasos hay con su seguro. Lo dice la carta de su seguro.',
  answerBy: 'La respuesta debe llegar a más tardar el {day}.',
  afterNextNo: {
    external_review:
      'Puede que usted pueda pedir que lo vea gente que no trabaja para su seguro. La carta con esa respuesta dice cómo y hasta qué día.',
    fair_hearing:
      'Puede pedir a su estado una audiencia. La carta con esa respuesta dice cómo y hasta qué día.',
    by_itself:
      'Entonces su seguro tiene que mandar su caso a gente de fuera. Lo hace solo. Usted no tiene que pedirlo.',
    in_letter: 'La carta con esa respuesta dice si hay otro paso y hasta qué día.',
  },
  how: [
    'Escriba una carta corta. Ponga su nombre y su número de miembro.',
    'Escriba que no está de acuerdo y por qué. Diga qué no puede hacer.',
    'Ponga papeles que le ayuden. Puede usar la copia de este archivo.',
    'Mándela unos días antes del último día. Guarde una copia y anote el día en que la mandó.',
    'Alguien de su confianza puede hacerlo por usted. Su seguro tiene una hoja para eso.',
    'Si esperar le puede hacer daño, pida a su seguro una respuesta rápida.',
  ],
  where: {
    known: 'Mándela a {payer}. Esto es lo que tenemos. Compárelo con la carta de su seguro.',
    notKnown: 'Mándela a {payer}. No sabemos a dónde va. Lo dice la carta de su seguro.',
  },
  channels: {
    portal: 'En línea',
    fax: 'Fax',
    phone: 'Teléfono',
    mail: 'Correo',
    x12_278: 'En línea',
    pas: 'En línea',
  },
  packet: {
    holds: 'Las hojas que siguen son una copia de lo que mandamos el {day}. No cambió ni una palabra.',
    earlier: 'Antes también mandamos papeles. Pídanos una copia si la quiere.',
    none: 'No tenemos copia de lo que se mandó a su seguro. Por eso no está aquí.',
  },
  counts: [
    'Sacamos estos días de lo que tenemos. Si la carta de su seguro dice otro día, tome el que llega antes.',
    'Esta hoja no es un consejo legal.',
  ],
  call: {
    withPhone: 'Le podemos ayudar. Llame a {clinic} al {phone}.',
    withoutPhone: 'Le podemos ayudar. Llame a {clinic}.',
  },
  attachedPage: 'Hoja {page} de {pages} de la copia de lo que se mandó a su seguro',
  foot: 'Hoja {page} de {pages}',
};
