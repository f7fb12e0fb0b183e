#!/usr/bin/env node
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';

/* `run.mjs <program.ts> …` bundles one of our programs and runs it in this process. */
const [source, ...args] = process.argv.slice(2);
const file = await bundle(source, basename(source, '.ts'));
process.argv = [process.argv[0], file, ...args];
await import(pathToFileURL(file).href);
