/** Codes and our own words for them, as `code words` lines; codes without a place or a side. */
const lines = `
L90.5 Scar conditions and fibrosis of skin
L91.0 Hypertrophic scar or keloid
L73.0 Acne keloid
L91.8 Other hypertrophic disorder of skin, such as a skin tag
L91.9 Hypertrophic disorder of skin, unspecified
L58.9 Radiation damage of skin
L59.8 Other radiation-related disorder of skin
L76.81 Other complication of skin during a procedure
L76.82 Other complication of skin after a procedure
T81.89XA Other complication of a procedure, in active treatment
T81.89XS Other complication of a procedure, sequela
L29.9 Itch
R20.8 Disturbance of skin sensation
R52 Pain
G89.21 Chronic pain after an injury
G89.29 Other chronic pain
F43.20 Adjustment disorder
F43.21 Adjustment disorder with depressed mood
F43.22 Adjustment disorder with anxiety
F43.23 Adjustment disorder with anxiety and depressed mood
F43.24 Adjustment disorder with disturbed conduct
F43.25 Adjustment disorder with disturbed emotions and conduct
F32.1 Moderate depression, single episode
F32.A Depression
F40.10 Social phobia
F45.22 Body dysmorphic disorder
F54 Psychological factors in an illness classified elsewhere
Z42.1 Breast reconstruction after mastectomy
Z42.8 Reconstruction after a healed injury
Z48.01 Change or removal of a surgical dressing
Z48.89 Other aftercare after surgery
Z87.828 History of a healed injury
X00.0XXS Fire in a building, sequela
X02.0XXS Controlled fire in a building, sequela
X03.0XXS Controlled fire outdoors, sequela
X04.XXXS Ignition of highly flammable material, sequela
X06.2XXS Clothes on fire, sequela
X08.8XXS Other smoke, fire or flames, sequela
X10.0XXS Hot drink, sequela
X10.2XXS Hot fat or cooking oil, sequela
X11.8XXS Hot tap water, sequela
X12.XXXS Hot fluid, sequela
X13.1XXS Steam or hot vapor, sequela
X15.0XXS Hot stove, sequela
X16.XXXS Hot heating appliance, radiator or pipe, sequela
X17.XXXS Hot engine or tool, sequela
X19.XXXS Hot object or substance, sequela
W25.XXXS Sharp glass, sequela
W26.0XXS Knife, sequela
W29.0XXS Powered kitchen appliance, sequela
W29.3XXS Powered garden tool, sequela
W31.2XXS Powered woodworking machine, sequela
W54.0XXS Dog bite, sequela
W01.0XXS Fall on the same level, sequela
V49.9XXS Car occupant in a traffic accident, sequela
L70.0 Acne
L70.8 Other acne
L70.9 Acne, unspecified
L57.0 Sun damage of skin, actinic keratosis
L57.4 Loose skin of age
L57.8 Other sun damage of skin
L57.9 Sun damage of skin, unspecified
L90.6 Stretch marks
L81.0 Darkening of skin after inflammation
L81.1 Melasma
L81.4 Other darkening of skin
L81.8 Other disorder of pigment
L81.9 Disorder of pigment, unspecified
L98.8 Other disorder of skin
L98.9 Disorder of skin, unspecified
L63.9 Patchy hair loss
L64.9 Pattern hair loss
L65.9 Hair loss without scars
Z41.1 Encounter for cosmetic surgery
T31.0 Burns of less than 10 % of the body
T31.10 Burns of 10–19 % of the body
T31.20 Burns of 20–29 % of the body
T31.30 Burns of 30–39 % of the body
T32.0 Corrosions of less than 10 % of the body
T32.10 Corrosions of 10–19 % of the body
S01.01XS Cut of the scalp, sequela
S01.81XS Cut of another part of the head, sequela
S11.81XS Cut of another part of the neck, sequela
M24.50 Contracture of a joint, unspecified
M62.40 Contracture of a muscle, unspecified
M62.48 Contracture of a muscle, other site
M62.49 Contracture of muscles, several sites`;

export const plainDiagnoses: readonly (readonly [code: string, words: string])[] = lines
  .trim()
  .split('\n')
  .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]);
