import { FindingLines } from './finding-lines.tsx'
import { asRows } from './form-field.ts'
import { findingsUnder } from './form-finding.ts'
import { FormRows, type FormRowsProps } from './form-rows.tsx'
import { StageTimeline } from './stage-timeline.tsx'

/** Stages as rows, and below them on a line of months. */
export function StagesField(props: FormRowsProps) {
  const { findings = [], pointer, value } = props
  const inRows = findingsUnder(findings, pointer).filter((finding) => finding.pointer !== pointer)
  return (
    <div>
      <FormRows {...props} />
      <FindingLines findings={inRows} />
      <StageTimeline rows={asRows(value)} />
    </div>
  )
}
