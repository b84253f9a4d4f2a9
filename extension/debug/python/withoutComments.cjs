// A webpack loader: imports the Python helper as text, without comments, docstrings and empty lines.
const { parser } = require('@lezer/python');

module.exports = function withoutComments(source) {
  return `export default ${JSON.stringify(stripped(source))};`;
};

function stripped(source) {
  let text = '';
  let end = 0;
  for (const { from, to, insert } of cutsOf(source)) {
    text += source.slice(end, from) + insert;
    end = to;
  }
  return (text + source.slice(end)).replace(/[ \t]+$/gm, '').replace(/\n{2,}/g, '\n');
}

/** Docstrings become `pass`, since a body may have no other statement. */
function cutsOf(source) {
  const cuts = [];
  parser.parse(source).iterate({
    enter: ({ name, from, to, node }) => {
      if (name === 'Comment') cuts.push({ from, to, insert: '' });
      if (name !== 'ExpressionStatement' || node.firstChild.name !== 'String') return;
      cuts.push({ from, to, insert: node.parent.name === 'Script' ? '' : 'pass' });
      return false;
    },
  });
  return cuts;
}
