// Points that end no sentence, as clinical letters use them. All in lower case, without the last point.

/** A sentence never ends here: something belongs to it. */
export const alwaysGoesOn: ReadonlySet<string> = new Set([
  ...['dr', 'drs', 'mr', 'mrs', 'ms', 'prof', 'st', 'rev', 'hon', 'messrs'],
  ...[
    'e.g',
    'eg',
    'i.e',
    'ie',
    'vs',
    'v',
    'cf',
    'viz',
    'approx',
    'appr',
    'ca',
    'resp',
    'incl',
    'excl',
    'esp',
  ],
  ...['fig', 'figs', 'vol', 'ed', 'eds', 'ref', 'refs', 'pp', 'dept', 'tel', 'ext', 'attn', 'poss', 'prob'],
]);

/** Goes on where a number follows: “No. 3”, “Mar. 3, 2026”, “p. 12”. */
export const goesOnBeforeNumber: ReadonlySet<string> = new Set([
  ...['no', 'nos', 'nr', 'p', 'pg', 'para', 'sec', 'sect', 'ch', 'art', 'item', 'app', 'id', 'ver', 'rev'],
  ...['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec'],
]);

/** May end a sentence or not; what follows has to begin like one. */
export const mayEnd: ReadonlySet<string> = new Set([
  ...['etc', 'al', 'inc', 'ltd', 'co', 'corp', 'jr', 'sr', 'esq', 'md', 'phd', 'ph.d', 'rn', 'otr', 'dpt'],
  ...['ant', 'post', 'lat', 'med', 'prox', 'dist', 'sup', 'inf', 'bilat', 'temp', 'avg', 'max', 'min'],
]);

/** Words that begin a sentence more often than they follow an abbreviation. */
export const sentenceStarts: ReadonlySet<string> = new Set([
  ...['the', 'this', 'that', 'these', 'those', 'it', 'its', 'he', 'she', 'they', 'we', 'i', 'you', 'there'],
  ...['his', 'her', 'their', 'our', 'my', 'a', 'an', 'no', 'in', 'on', 'at', 'as', 'if', 'by', 'for', 'from'],
  ...['after', 'before', 'since', 'with', 'without', 'when', 'while', 'although', 'however', 'therefore'],
  ...['because', 'both', 'each', 'every', 'all', 'please', 'patient', 'treatment', 'motion', 'pain', 'itch'],
  ...['measured', 'examination', 'photographs', 'function', 'scar', 'such', 'then', 'thus', 'to', 'under'],
]);
