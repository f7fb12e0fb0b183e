/* Every command of these pages, without a line of the pages: what lists commands needs nothing else. */
export { letterCommands } from './letter-page/letter-commands';
export { photosCommands } from './photos-page/photos-commands';
export { worksheetCommands } from './worksheet-page/worksheet-commands';
export { packetCommands } from './packet-page/packet-commands';
export { submissionsCommands } from './submissions-page/submissions-commands';
