/** Of what clinics, their rooms and their payers are named. Invented; some are words of a coast. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const places =
  words(`Alderney Bellhaven Brackwater Cedarmouth Claywharf Cormorant Driftwood Ebbfield Eldermere
  Farholm Ferryside Gannet Glasshouse Greyshore Halyard Heathmoor Inverleigh Kestrel Kittiwake Longreach Mallowfield
  Merrowby Millrace Northspit Oxbow Petrel Pinecroft Quillhaven Redcliff Rushmere Saltbox Sandpiper Seaholly Skerry
  Stillwater Sunderby Tidemark Underhill Wavecrest Westering Whinmoor Yewbank`);

export const kindsOfClinic = [
  'Scar Clinic',
  'Burn & Scar Center',
  'Scar & Skin Surgery',
  'Reconstructive Skin Clinic',
  'Wound & Scar Care',
] as const;

export const streets = words('Quayside Chandlery Ropewalk Beacon Cooperage Millpond Orchard Rampart');

export const specialties = [
  'Plastic surgery',
  'Burn surgery',
  'Dermatology',
  'Physical medicine and rehabilitation',
] as const;

/** How payers of each kind are called: two words of a name, then what they are. */
export const payerWords = {
  heron: [
    words('Amber Copper Dusky Golden Marbled Scarlet White'),
    words('Crane Egret Grebe Ibis Plover Teal'),
    'Health Plan',
  ],
  quarry: [
    words('Chalk Flint Granite Slate Marl Basalt'),
    words('Ridge Hollow Fell Crest Bluff Tor'),
    'Mutual',
  ],
  fernbrook: [
    words('Bracken Moss Reed Sedge Willow Clover'),
    words('field burn ford well mead wick'),
    'Employee Health Trust',
  ],
  lantern: [
    words('Candle Beacon Ember Torch Hearth Lamplight'),
    words('Vale Dale Glen Coombe Dell Strath'),
    'Marketplace Plan',
  ],
  larch: [
    words('Bright Copper Grey Green Stately Winter'),
    words('Alder Birch Hazel Linden Rowan Spruce'),
    'Advantage',
  ],
  saltmarsh: [
    words('Bay Cove Delta Fen Lagoon Tarn'),
    words('side water mouth gate bridge haven'),
    'Community Care',
  ],
} as const;
