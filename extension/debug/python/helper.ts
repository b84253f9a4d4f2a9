/** The source of the Python helper: its files, joined in the order of `helper.py`. The bundler imports them as text. */
import arrays from './arrays.py';
import boxes from './boxes.py';
import buffers from './buffers.py';
import helper from './helper.py';
import listing from './listing.py';
import measure from './measure.py';
import arrayLikes from './array_likes.py';
import scope from './scope.py';
import subjects from './subjects.py';

/** The whole helper as one module. */
export const helperSource = [
  helper,
  scope,
  buffers,
  arrays,
  arrayLikes,
  boxes,
  subjects,
  listing,
  measure,
].join('\n');
