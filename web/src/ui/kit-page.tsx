import '../styles/site.css'
import './kit/kit.css'
import { render } from 'preact'
import { useLanguage } from '../words/use-language.ts'
import { restoreLanguage, t } from '../words/words.ts'
import { Button } from './button.tsx'
import { DescriptionList } from './description-list.tsx'
import { Buttons, Fields } from './kit/controls.tsx'
import { Figures, Stats } from './kit/figures.tsx'
import { Forms } from './kit/forms.tsx'
import { Lists, WideTable } from './kit/lists.tsx'
import { Messages, Results, Windows } from './kit/messages.tsx'
import { history, menu } from './kit/samples.ts'
import { Section } from './kit/section.tsx'
import { Menu } from './menu.tsx'
import { PageHead } from './page-head.tsx'
import { Shell } from './shell.tsx'
import { StateTag } from './state-tag.tsx'
import { Timeline } from './timeline.tsx'

function Detail() {
  return (
    <div class="grid-2 kit-detail">
      <Section title="基本信息">
        <DescriptionList
          items={[
            { label: '申报编号', value: '2026-QX-0117' },
            { label: '申报单位', value: '云溪区第一中学' },
            { label: '培训人数', value: '120 人' },
            { label: '申请经费', value: '368,500.00 元' },
            { label: '联系人', value: null },
            { label: '培训目标', value: '学员能独立设计一个单元的整体教学，并在本校上一节公开课。', wide: true },
          ]}
        />
      </Section>
      <Section title="流转记录">
        <Timeline entries={history} />
      </Section>
    </div>
  )
}

function KitPage() {
  const language = useLanguage()
  const switcher = (
    <Menu
      look="plain"
      end
      label={<span class="kit-role">云溪区 · 师训科</span>}
      name="切换区县和角色"
      items={[
        { key: 'office', label: '云溪区 · 师训科', current: true },
        { key: 'expert', label: '北川市 · 评审专家' },
      ]}
    />
  )
  return (
    <Shell
      key={language}
      unit="云溪区教育局"
      homeHref="#工作台"
      menu={menu}
      current="applications"
      tasks={{ count: 7, href: '#待办' }}
      user={{ name: '周敏', items: [{ key: 'out', label: t('shell.signOut') }] }}
      switcher={switcher}
      demoBar={t('shell.demo')}
    >
      <PageHead
        title="初中数学单元整体教学研修"
        crumbs={[{ label: t('shell.workbench'), href: '#' }, { label: '申报书', href: '#列表' }, { label: '详情' }]}
        tags={<StateTag group="application" state="returned" />}
        actions={
          <>
            <Button icon="print">打印</Button>
            <Button>撤回</Button>
            <Button kind="primary">重新提交</Button>
          </>
        }
      />
      <div class="stack">
        <Stats />
        <Lists />
        <Detail />
        <Figures />
        <Buttons />
        <Fields />
        <Forms />
        <WideTable />
        <Windows />
        <Messages />
        <Results />
      </div>
    </Shell>
  )
}

const root = document.getElementById('app')
if (root !== null) void restoreLanguage().then(() => render(<KitPage />, root))
