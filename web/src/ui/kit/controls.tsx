import { useState } from 'preact/hooks'
import { Button } from '../button.tsx'
import { Checkbox } from '../checkbox.tsx'
import { CheckboxGroup } from '../checkbox-group.tsx'
import { Combobox } from '../combobox.tsx'
import { DateInput } from '../date-input.tsx'
import { DateRange } from '../date-range.tsx'
import { DivisionCascader } from '../division-cascader.tsx'
import { Field } from '../field.tsx'
import { FileDrop } from '../file-drop.tsx'
import type { FileItem } from '../file-item.ts'
import { MoneyInput } from '../money-input.tsx'
import { NumberInput } from '../number-input.tsx'
import { RadioGroup } from '../radio-group.tsx'
import { type Choice, Select } from '../select.tsx'
import { TextInput } from '../text-input.tsx'
import { Textarea } from '../textarea.tsx'
import { divisions, levels, phases, schools } from './samples.ts'
import { Section } from './section.tsx'

export function Buttons() {
  return (
    <Section title="按钮">
      <div class="row">
        <Button kind="primary">提交申报书</Button>
        <Button>保存草稿</Button>
        <Button icon="download">导出</Button>
        <Button kind="danger">终止项目</Button>
        <Button kind="text">查看</Button>
        <Button kind="primary" busy>
          正在提交
        </Button>
        <Button disabled>不可用</Button>
        <Button kind="primary" disabled>
          不可用
        </Button>
        <Button size="small">小按钮</Button>
        <Button size="small" kind="primary">
          通过
        </Button>
        <Button kind="text" size="small" icon="print">
          打印
        </Button>
        <Button href="#按钮">链接</Button>
        <Button kind="text" icon="close" title="关闭" />
      </div>
    </Section>
  )
}

function load(query: string): Promise<readonly Choice[]> {
  if (query === '错误') return Promise.reject(new Error('refused'))
  return Promise.resolve(schools.filter((school) => school.label.includes(query)))
}

const files: readonly FileItem[] = [
  { id: 'a', name: '初中数学单元整体教学研修方案（定稿）.docx', size: 842_000, href: '#' },
  { id: 'b', name: '承训单位资质证明.pdf', size: 4_404_019, progress: 62 },
  { id: 'c', name: '经费预算表.xlsx', size: 31_000, error: '网络中断，请移除后重传' },
]

export function Fields() {
  const [name, setName] = useState('初中数学单元整体教学研修')
  const [text, setText] = useState('')
  const [people, setPeople] = useState<number | null>(120)
  const [money, setMoney] = useState<number | null>(36_850_000)
  const [level, setLevel] = useState('district')
  const [date, setDate] = useState('2026-11-21')
  const [span, setSpan] = useState({ from: '2026-07-06', to: '2026-07-17' })
  const [mode, setMode] = useState('blended')
  const [chosen, setChosen] = useState(['junior'])
  const [agreed, setAgreed] = useState(false)
  const [school, setSchool] = useState<Choice | null>(null)
  const [place, setPlace] = useState<string[]>(['33', '3301'])
  return (
    <Section title="表单控件">
      <div class="grid-2">
        <Field label="项目名称" required help="不超过 40 字，不写单位名称">
          {(link) => <TextInput {...link} value={name} onChange={setName} maxLength={40} />}
        </Field>
        <Field label="承训单位" required error="请选择已认定且在有效期内的单位">
          {(link) => <TextInput {...link} value="" onChange={setName} placeholder="单位全称" />}
        </Field>
        <Field label="培训人数" required>
          {(link) => <NumberInput {...link} value={people} onChange={setPeople} unit="人" />}
        </Field>
        <Field label="申请经费" required help="以任务书为准">
          {(link) => <MoneyInput {...link} value={money} onChange={setMoney} />}
        </Field>
        <Field label="项目级别" required>
          {(link) => <Select {...link} value={level} onChange={setLevel} options={levels} />}
        </Field>
        <Field label="报送日期">{(link) => <DateInput {...link} value={date} onChange={setDate} />}</Field>
        <Field label="学校" optional help="输入校名或首字母；输入“错误”看失败时的样子">
          {(link) => <Combobox {...link} value={school} onChange={setSchool} load={load} />}
        </Field>
        <Field label="集中研修时间" required group>
          {(link) => <DateRange {...link} value={span} onChange={setSpan} />}
        </Field>
        <Field label="所在地区" group>
          {(link) => <DivisionCascader {...link} value={place} onChange={setPlace} load={divisions} />}
        </Field>
        <Field label="立项编号">
          {(link) => <TextInput {...link} value="2026-QX-0117" onChange={setName} readOnly />}
        </Field>
        <Field label="研修方式" required group>
          {(link) => (
            <RadioGroup
              {...link}
              value={mode}
              onChange={setMode}
              options={[
                { value: 'concentrated', label: '集中面授' },
                { value: 'blended', label: '混合研修' },
                { value: 'placement', label: '跟岗研修', disabled: true },
              ]}
            />
          )}
        </Field>
        <Field label="适用学段" required group error={chosen.length === 0 ? '至少选择一个学段' : undefined}>
          {(link) => <CheckboxGroup {...link} value={chosen} onChange={setChosen} options={phases} />}
        </Field>
      </div>
      <Field label="培训目标" required help="写清学员将会做什么，怎样看出来">
        {(link) => <Textarea {...link} value={text} onChange={setText} maxLength={500} />}
      </Field>
      <Field label="附件" group>
        {(link) => (
          <FileDrop
            {...link}
            files={files}
            onAdd={() => undefined}
            onRemove={() => undefined}
            accept=".pdf,.docx,.xlsx"
            maxBytes={20_971_520}
            multiple
            help="PDF、Word 或 Excel，每个不超过 20 MB"
          />
        )}
      </Field>
      <Checkbox checked={agreed} onChange={setAgreed}>
        本单位已核对以上内容，并对其真实性负责
      </Checkbox>
    </Section>
  )
}
