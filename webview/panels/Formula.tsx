/** The address formula of the item under the pointer or in focus, in MathML, one line per term. */
import type { AppProps } from '../state/app';
import { strings } from '../strings';
import { indexText } from '../ui/ranges';
import { hexOffset } from '../../core/text/size';
import type { Term } from './terms';
import { formulaTerms, termsText } from './terms';
import './formula.css';

export function Formula({ app }: AppProps): preact.JSX.Element | null {
  const { model } = app;
  const view = model.view.value;
  if (!view || view.layout.size === 0) return null;
  const link = model.link.value;
  const position = model.cellPosition.value;
  const index = link?.index ?? position.index;
  const leaf = link?.index ? link.leaf : position.leaf;
  const terms = formulaTerms(view, index, leaf);
  const result = view.layout.byteOffset(index) + (leaf === undefined ? 0 : view.leaves[leaf].offset);
  return (
    <section class="panel">
      <div class="formula-head">
        <h2 aria-hidden="true">{strings.formula}</h2>
        <span class="formula-index mono">{indexText(index)}</span>
      </div>
      <math
        role="math"
        class="formula"
        aria-label={strings.formula}
        aria-description={strings.formulaSpoken(indexText(index), termsText(terms), result)}
      >
        <mtable>
          {terms.map((term, k) => (
            <TermRow key={k} term={term} first={k === 0} />
          ))}
          <ResultRow result={result} />
          <mtr>
            <mtd>
              <mo>=</mo>
            </mtd>
            <mtd>
              <mn>{hexOffset(result, 1)}</mn>
            </mtd>
            <mtd />
          </mtr>
        </mtable>
      </math>
      {link && link.count > 1 && <p class="dim">{strings.sharedByItems(link.count, link.exact)}</p>}
    </section>
  );
}

function TermRow({ term, first }: { term: Term; first: boolean }): preact.JSX.Element {
  const { sign, value, index, label } = term;
  const negative = first && sign === '−';
  return (
    <mtr>
      <mtd>
        <mo>{first ? '=' : sign}</mo>
      </mtd>
      <mtd>
        <mrow>
          {negative && <mo>−</mo>}
          <mn>{value}</mn>
          {index !== undefined && (
            <>
              <mo>·</mo>
              <mn class="formula-index">{index}</mn>
            </>
          )}
        </mrow>
      </mtd>
      <mtd>
        <mtext class="formula-label">{label}</mtext>
      </mtd>
    </mtr>
  );
}

function ResultRow({ result }: { result: number }): preact.JSX.Element {
  return (
    <mtr class="formula-result">
      <mtd>
        <mo>=</mo>
      </mtd>
      <mtd>
        <mn>{result}</mn>
      </mtd>
      <mtd />
    </mtr>
  );
}
