import { useState } from 'preact/hooks'
import { formatYuan } from '../../words/format.ts'
import { Button } from '../button.tsx'
import { type Column, DataTable, type Sort } from '../data-table.tsx'
import { FilterBar } from '../filter-bar.tsx'
import { Menu } from '../menu.tsx'
import { Pager } from '../pager.tsx'
import { Select } from '../select.tsx'
import { StateTag } from '../state-tag.tsx'
import { Tabs } from '../tabs.tsx'
import { TextInput } from '../text-input.tsx'
import { showToast } from '../toast.tsx'
import { levels, type Row, rows } from './samples.ts'
import { Section } from './section.tsx'

const columns: readonly Column<Row>[] = [
  { key: 'title', title: '项目名称', fixed: true, card: 'title', render: (row) => <a href="#列表">{row.title}</a> },
  { key: 'school', title: '申报单位', nowrap: true, render: (row) => row.school },
  { key: 'level', title: '级别', nowrap: true, render: (row) => row.level },
  { key: 'people', title: '人数', align: 'right', sortable: true, render: (row) => row.people },
  {
    key: 'fen',
    title: '申请经费',
    align: 'right',
    nowrap: true,
    sortable: true,
    render: (row) => formatYuan(row.fen, 'wan'),
  },
  { key: 'score', title: '评审得分', align: 'right', sortable: true, render: (row) => row.score },
  { key: 'due', title: '截止日期', nowrap: true, hidden: true, render: (row) => row.due },
  { key: 'state', title: '状态', render: (row) => <StateTag group="application" state={row.state} /> },
  {
    key: 'do',
    title: '操作',
    card: 'bare',
    nowrap: true,
    fixed: true,
    render: () => (
      <>
        <Button kind="text" size="small">
          查看
        </Button>
        <Button kind="text" size="small">
          打印
        </Button>
      </>
    ),
  },
]

function Filters() {
  const [word, setWord] = useState('')
  const [level, setLevel] = useState('')
  return (
    <FilterBar
      onSearch={() => showToast({ text: '查询条件已写入网址' })}
      onReset={() => {
        setWord('')
        setLevel('')
      }}
      fields={[
        { key: 'q', label: '项目名称', control: (link) => <TextInput {...link} value={word} onChange={setWord} /> },
        {
          key: 'level',
          label: '级别',
          control: (link) => <Select {...link} value={level} onChange={setLevel} options={levels} placeholder="全部" />,
        },
        { key: 'school', label: '申报单位', control: (link) => <TextInput {...link} value="" onChange={setWord} /> },
        { key: 'who', label: '经办人', control: (link) => <TextInput {...link} value="" onChange={setWord} /> },
      ]}
    />
  )
}

export function Lists() {
  const [tab, setTab] = useState('all')
  const [selected, setSelected] = useState<string[]>(['app_2', 'app_3'])
  const [sort, setSort] = useState<Sort>({ key: 'fen', direction: 'desc' })
  const toolbar = (
    <>
      <Button kind="primary" icon="plus">
        新建申报
      </Button>
      <Button icon="upload">导入</Button>
      <Button icon="download">导出</Button>
      <Menu
        label="更多"
        items={[
          { key: 'a', label: '下载导入模板' },
          { key: 'b', label: '打印本页' },
          { key: 'c', label: '清空草稿', danger: true },
          { key: 'd', label: '归档', disabled: true, help: '公示结束后可用' },
        ]}
      />
    </>
  )
  return (
    <section class="card" id="列表">
      <Tabs
        name="申报书"
        current={tab}
        onChange={setTab}
        tabs={[
          { key: 'all', title: '全部', count: 57 },
          { key: 'mine', title: '待我处理', count: 3 },
          { key: 'none', title: '已归档', count: 0 },
          { key: 'loading', title: '加载中' },
        ]}
      >
        <Filters />
        <DataTable
          caption="申报书列表"
          columns={columns}
          rows={tab === 'none' ? [] : rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.title}
          sort={sort}
          onSort={setSort}
          selected={selected}
          onSelect={setSelected}
          storageKey="kit"
          toolbar={toolbar}
          loading={tab === 'loading'}
          batch={
            <>
              <Button size="small">批量退回</Button>
              <Button size="small">送评审</Button>
            </>
          }
        />
        <Pager total={57} onNext={() => undefined} />
      </Tabs>
    </section>
  )
}

export function WideTable() {
  const months = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
  const wide: readonly Column<Row>[] = [
    { key: 'title', title: '项目名称', width: '16rem', card: 'title', render: (row) => row.title },
    ...months.map((month, index) => ({
      key: month,
      title: `${month}月`,
      align: 'right' as const,
      width: '6rem',
      nowrap: true,
      render: (row: Row) => formatYuan(Math.round((row.fen * (index + 1)) / 78), 'wan'),
    })),
  ]
  return (
    <Section title="宽表（首列与表头固定）">
      <DataTable caption="经费按月执行" columns={wide} rows={rows} rowKey={(row) => row.id} wide />
    </Section>
  )
}
