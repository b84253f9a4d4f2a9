/** The dtypes that are suggested where one is asked for; any other that NumPy takes may be typed too. */
import { FORMAT_NAMES, FORMATS } from './formats';

/** As `parseDType` takes them, the most likely first. */
export const SUGGESTED_DTYPES: readonly string[] = [
  ...FORMAT_NAMES.filter(format => FORMATS[format].isSuggested),
  '>f4',
  '>f8',
  '>i2',
  '>i4',
  'datetime64[s]',
  'datetime64[ms]',
  'datetime64[ns]',
  'timedelta64[ns]',
  'S16',
  'U16',
  "[('x', '<f4'), ('y', '<i4')]",
];
