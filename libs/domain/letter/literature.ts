/**
 * What may be cited without a document of the case. Short and cautious: a letter that claims more than this has to bring
 * the paper. Clearance is as read in the public device database; it says nothing of burn scars.
 */
export const literature = [
  {
    key: 'clearance',
    words:
      'FDA clearance: microneedling devices are class II devices under 21 CFR 878.4430; those read so far (DEN160029 of 1 March 2018, K243800) are cleared for facial acne scars in patients aged 22 years and over. Burn scars and other scars lie outside of the cleared indication.',
  },
  {
    key: 'trial_laser',
    words:
      'Published evidence: a randomized trial of 60 patients compared microneedling with CO2 laser and reports a Vancouver Scar Scale total of 6.63 before and 3.8 after.',
  },
  {
    key: 'series_motion',
    words:
      'Published evidence: a prospective series of 15 patients reports a Vancouver Scar Scale total of 8.8 before and 4.1 after, and improved range of motion (p = 0.012).',
  },
  {
    key: 'review_thin',
    words: 'Published evidence: a review rated the published evidence for burn scars as thin.',
  },
  {
    key: 'trial_registered',
    words: 'Published evidence: the registered trial NCT05423613 uses up to 5 sessions, one every 6 weeks.',
  },
] as const;
