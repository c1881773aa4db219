import { prepare } from './setup/prepare.mjs';
import { main } from './setup/project.mjs';

await main((args) => prepare({ console: !args.includes('--server') }));
