/* Every command of these pages, without a line of the pages: what lists commands needs nothing else. */
export { photosCommands } from './photos-page/photos-commands';
