import { useActing } from '../../../session.ts'
import { Callout } from '../../../ui/callout.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatDate } from '../../../words/format.ts'
import { addWords, t } from '../../../words/words.ts'
import { inspections as words } from '../../../words/zh/inspections.ts'
import { checkedPoints } from '../scoring/checked-points.ts'

// the piece stands on a page of another part and brings its words along
addWords('inspections', words)

const sealed: readonly string[] = ['sealed', 'released']

function Visit({ id }: { id: string }) {
  const { district } = useActing()
  const { data } = useQuery('readInspection', { params: { district, id } })
  if (!data) return null
  const scored = data.checklist.filter(({ key }) => data.figures[key] !== undefined)
  return (
    <li>
      <a href={`/inspections/${id}`}>{t('inspections.visitOfDay', { day: formatDate(data.visitOn) })}</a>
      {scored.map((item) => (
        <div key={item.key}>
          {item.title} <strong>{checkedPoints(item, data.figures[item.key] ?? 0)}</strong>
        </div>
      ))}
    </li>
  )
}

/** What sealed visits give to the evaluation of a project: a note, or nothing. */
export function VisitFigures({ project }: { project: string }) {
  const { district } = useActing()
  const { data } = useQuery('listInspections', { params: { district }, query: { project } })
  const visits = (data?.items ?? []).filter(({ state, rubricId }) => sealed.includes(state) && rubricId !== null)
  if (visits.length === 0) return null
  return (
    <Callout title={t('inspections.figures')}>
      {t('inspections.takenOver')}
      <ul>
        {visits.map(({ id }) => (
          <Visit key={id} id={id} />
        ))}
      </ul>
    </Callout>
  )
}
