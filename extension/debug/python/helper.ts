/** The helper's source: its parts, joined in their order. The bundler brings them as text. */
import names from './helper/1_names.py';
import owners from './helper/2_owners.py';
import describe from './helper/3_describe.py';
import kinds from './helper/4_kinds.py';
import ask from './helper/5_ask.py';

export const helperSource = [names, owners, describe, kinds, ask].join('\n');
