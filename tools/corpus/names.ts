// Names of nobody: common given names beside family names that are put together or rare.

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const givenNames = {
  female:
    words(`Abigail Adaeze Agnieszka Aisha Alma Amélie Anaïs Anneke Aoife Ayşe Beatriz Blessing Bríd Camille
    Carmen Chiara Chloé Clara Dagný Delphine Eilidh Eleanor Elif Elin Emiko Esperanza Esther Fatima Fernanda Freya Giulia
    Grace Hana Harriet Helga Ifeoma Ilse Imani Inés Ingrid Isla Jasmine Joséphine Juniper Katarzyna Keiko Leilani Leonor
    Lindiwe Lucía Magdalena Maëlle Mai Malin María Mariam Marjorie Matilda Mei Mercedes Naledi Naomi Nadia Noor Odette
    Olivia Paloma Pernille Petra Phoebe Priscilla Quyên Rania Renée Rosalind Ruth Sabine Saoirse Siobhán Sofía Solveig
    Sunniva Tamara Thandiwe Thérèse Thu Ursula Valentina Věra Wanda Winifred Xiomara Yara Yolanda Zofia Zuzanna`),
  male: words(`Aarav Abdul Ambrose Anders André Anselm Antônio Arjun Asher August Barnabás Benedict Björn Bogdan Caleb
    Casimir Cédric Chidi Cillian Clément Cormac Dacian Daichi Darius Demetrius Diego Dmitri Duarte Eamon Edmund Eitan
    Elias Emeka Emil Enzo Étienne Ezra Farid Felipe Fergus Finn François Gaspard Giovanni Gustaf Hakim Hamza Hector Henrik
    Hiroshi Ibrahim Ignacio Iñaki Isaac Ivo Jamal Jasper João Joaquín Jonah Jörg Julian Kaito Karim Kofi Kwame Lachlan Lars
    Leif Levi Lorenzo Lucas Luís Maksim Malik Marek Mateo Máté Miles Nikolai Óscar Oskar Otis Pádraig Pascal Quentin Rafael
    Ramón René Rhys Rohan Ruben Samuel Santiago Sebastián Søren Stefan Sven Tadeusz Tariq Théo Tomás Tuấn Ulysses Viktor
    Walter Wojciech Xavier Yusuf Zachary Zoltán`),
} as const;

export const familyNames =
  words(`Abernook Achterveld Adeyinka-Moss Ahlgrensen Alcázar-Reed Alderbrook Ambleforth
    Applegarth Arbizu-Lane Ashgrove Astrup-Kelly Bainesworth Balfourd Banbridge Barbosa-Finch Bártok-Hale Beaumarsh
    Bellweather Bergströmsen Birchwood Blackmere Blauvelder Bogdanić Bonaventura-Cole Boucharel Bracegirdle
    Brightwater Brömsebro Bruijnzeel Calderwick Candlewick Caraballo-Stone Carvalhosa Castellnou Chadbrooke Chmieleń
    Cobblestone Coldwater Corrigan-Vale Cranleigh Crowhurst Cuevas-Thorne Dąbrowiec Dalgleishson Danquah-Bell Deepwell
    Delacroix-Hume Diallo-West Dimmesdale Dovecote Drăgan-Poole Dunmorrow Dürrenfeld Eastlake Eberhardtson Echeverría-Lund
    Ekwueme-Ross Elderkin Ellingboe Emberley Ericksdotter Espinoza-Gray Fairweather Fallowfield Faßbender-Ray Fenwick-Osei
    Fernsby Fiorentinas Fitzwalden Fontaine-Ruiz Foxglover Frostholm Gaillardet Galbraithe Garroway Gedney-Ito Ghirlandi
    Glasswater Glôckner Goldenrod Gómez-Hart Granholme Greenhalgh-Li Grímsdal Gudmundskov Hâlmagean Hammerfield Harrowgate
    Hathersage Havlíčková-Low Hazelmere Heatherstone Hedgerow Helgesund Hernández-Voss Highcliffe Hollowell Honeycutte
    Hørdum Huxtable-Ng Ibáñez-Clark Iglewski Ironwood Ivarsholm Jablonowicz Jankovičs Jellicoe Jónasdal Junquera-Hill
    Kaczmareks Kalliomäki Kanagawa-Dean Karlsvik Kettlewell Kimathi-Brooks Kingfisher Kőszegi Kowalenko Kröyer-Mann
    Kuznetsan Lachapelle-Orr Lagerkrantz Lanternby Larkspur Lavallière Leatherby Lévesque-Tan Lindenhall Llewellynde
    Lobo-Marsh Longstaff Łukasik-Shaw Lundqvister Mabberley MacAskilly Maddersley Maïga-Wood Makkonensen Mandrake
    Markešić Marrowby Mártonfy Mbeki-Lowell McAllendale Meadowcroft Mendonça-Fry Merriweather Middlemoor
    Mihăilescu-Ford Millpond Moorehaven Moravčík Morningside Múgica-Dunn Nakashima-Gill Nettleship Nguyễn-Parker
    Nørregade Northgate Novotny-Ames Nyambura-Scott Oakenshaw Obi-Fairfax Ødegaardsen Okonkwo-Bright Oldcastle
    Olivares-Snow Orlovsky-Penn Ormsbee Osterhagen Otterbourne Özkanlar Pádár-Keane Palmerston-Vu Pappadakos Partridge-Ali
    Peñalver-Knox Pennywell Perłowski Petrauskis Pinkerley Plumtree Pomeroy-Sato Postlewaite Přibylová-Hunt
    Quackenbos Quennellby Quiñones-Ward Ravenscroft Redfearn-Cho Rémillard-Fox Ribeiro-Lamb
    Ridgewater Riverastone Rockhampton Rosenquistad Ruizdael Rutherglen Saarinenkoski Sablefield Saltonstill Sandoval-Pike
    Saxelby Schönwälder Seabright Segura-Lynn Sequoyah-Mills Shearwater Shimizu-Cross Silverthorne Skarsgårdh
    Słowik-Barnes Snowberry Söderkvister Sorrelwood Spindlebury Springett-Diaz Stanhopeley Starlingford Stavropoulakis
    Stonebridge Strandquister Summerhayes Swallowfield Székelyhidi Tamarack Tanglewood Tàpies-Boone Tarkiainenvaara Teasdale-Roy
    Thistlewood Þórsdalen Tidewell Timberlake-Oh Tollefsrudd Torres-Quill Treadwater Trevelyan-Abe Tshabalala-Dent
    Urquijo-Marsh Uvarovsky Valdemarsen Vandersluys Vasconcelos-Tate Verduyn-King Villarejo-Snell Vinterberg
    Vossberger Wachtelstein Wadsworthy Wainfleet Wanjiru-Holt Waterhouse-Kaur Weatherby Wędrychowicz Westerfjord Whitlocke
    Wickersley Wildermuthe Willoughby-Im Winterbourne Wojtasik Wolfram-Baez Woodlarke Wrenshall Yamanaka-Frost Yarrowdale
    Yearsley Yllescas-Dow Zábranský Zamora-Birch Żelazko-Nash Zielonka Zúñiga-Pratt Zwartkruis`);

export const towns: readonly (readonly [city: string, state: string])[] = [
  ['Port Alden', 'NH'],
  ['Graycliff', 'NH'],
  ['Tern Island', 'ME'],
  ['Marrow Bay', 'ME'],
  ['Eastholm', 'MA'],
  ['Dunmere', 'MA'],
  ['Larkspur Falls', 'NH'],
  ['Saltmarsh Point', 'ME'],
  ['Upper Fenwick', 'VT'],
  ['Copper Mills', 'NH'],
  ['Old Quarry', 'VT'],
  ['Whistling Cove', 'ME'],
];
