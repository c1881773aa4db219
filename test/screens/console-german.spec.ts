import { describeConsole, german } from '../support/console-looks.js';

describeConsole(german);
