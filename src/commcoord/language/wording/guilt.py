"""The words of blame: judgements on people's conduct, questions for the guilty, and calls for punishment."""

from commcoord.language.wording.lists import inflected, pattern, words

BLAME = pattern(
    words("""
        (?:都|全|只|就|要|还|得)怪(?!味|不得|异), 怪罪, 归咎, 责任(?:全|完全|都|就)在, 全部责任,
        (?:一人|独自)承担, 承担全责, 领导责任, 追责, (?<!首)问责(?!制),
        追究[^,。;]{0,8}(?:责任|当事人|过错), 不负责任,
        是[^,。;]{0,10}(?:的错(?!误)|的责任|的失误|的疏忽|的过失|的过错|失职|的毛病),
        因为[^,。;]{0,6}(?:失误|疏忽|大意|失职|瞎|乱|懒), 甩锅, 锅甩, 背锅, 推卸, 推诿, 扯皮, 踢皮球,
        往外推, 推责, 推脱, 找借口, 借口多, 拖后腿, 掉链子, 敷衍, 应付了事, 糊弄, 不上心, 不用心, 没当回事,
        当回事, 不当一回事, 不作为, 乱作为, 失职, 渎职, 无能, 不专业, 不称职, 不靠谱, 不长记性, 没长脑子,
        没脑子, 没担当, 没有担当, 缺乏担当, 没责任心, 责任心不强, 缺乏责任心, 毫无责任心,
        态度(?:有问题|恶劣|不好|很差|太差|不端正|消极|傲慢|敷衍), 的疏忽, 疏忽大意, 粗心, 马虎, 大意失,
        隐瞒不报, 故意隐瞒, 弄虚作假, 偷工减料, 良心, 毫无诚信, 不讲诚信, 不讲信用, 言而无信, 出尔反尔,
        罪魁祸首, 始作俑者, 谁的错, 谁的责任, 谁的问题, 谁搞, 谁捅, 谁害, 谁干的, 谁造成的, 搞砸, 办砸,
        弄砸, 搞黄, 捅[^,。;]{0,3}娄子, 烂摊子, 害得, 害我们, 害大家, 连累, 拖累, 拖拖拉拉, 一拖再拖,
        一再拖延, 故意拖, 拖着不办, 磨磨蹭蹭, 磨蹭, 慢吞吞, 办事不力, 监管不力, 管理不力, 执行不力,
        管理混乱, 监管不到位, 低级错误, 不可原谅, 形同虚设, 睁一只眼, 视而不见, 袖手旁观, 不闻不问,
        置之不理, 不管不顾, [作写做]检讨, 瞎承诺, 乱承诺, 瞎指挥, 瞎搞, 乱搞, 胡搞, 胡来, 乱来, 瞎弄, 添乱,
        帮倒忙, 为什么不早, 怎么不早, 早干什么, 早干嘛, 早干啥, 干什么去了, 干什么吃的, 凭什么, 不肯,
        不愿配合, 拒不配合, 不配合, 一贯, 从来不, 从不[^,。;]{0,6}(?:听|管|配合|回), 屡教不改, 屡次三番,
        偷懒, 懒散, 懒惰, 懒政, 互相指责, 狡辩, 跟我们无关, 与我们无关, 跟我们没关系, 严惩, 严厉处罚,
        必须处分, 给予处分, 开除, 扣他, 扣她, 罚他, 好意思, 丢人, 丢脸, 不像话, 太差劲, 太离谱, 荒唐, 愚蠢,
        蠢, 笨, 总是(?:拖|迟|忘|出错|推|这样|掉), 老是(?:拖|迟|忘|出错|推|这样|掉),
        又(?:是你|忘了|搞错|是他), 压根, 根本(?:不|没), 没尽责, 没有尽责, 没尽到, 不尽责, 没把好关,
        把关不严, 玩忽, 水平太[差低], 能力太差, 能力不行, 只会(?:抱怨|推|说), 光说不练, 说话不算, 坑了,
        坑我们, 忽悠, 欺骗, 骗, 背后捅刀, 拆台, 使绊子, 穿小鞋, 自作主张, 自以为是, 心里没数, 活该,
        自作自受, 咎由自取
    """),
    inflected("""
        screw up, shirk, bungle, botch, neglect .{0,20}dut(?:y|ies), cheat, ruin, sabotage, slack off,
        scapegoat, bicker, whine, lie to
    """)
    + words("""
        (?:your|their|his|her|my|our|whose) (?:own )?(?:fault|negligence|incompetence|mess),
        at fault, to blame, the blame, blames?, blamed, blaming,
        (?:fault|mistake) of (?:the )?(?:team|department|supplier|agent)s?, incompeten(?:t|ce),
        laz(?:y|iness), irresponsible, unprofessional, careless(?:ly|ness)?, negligent, useless,
        stupid(?:ity)?, idiot(?:s|ic)?, ashamed, shame, unforgivable, inexcusable, unacceptable behaviou?r,
        sloppy, clueless, hopeless, shameful, disgraceful, pathetic, dishonest, arrogant, rude,
        mess(?:ed|es)? (?:this |it |that |everything |things )?up, this mess,
        (?:caused|made|created) (?:this|the) (?:mess|disaster|chaos), dropp?e?d? the ball, drops the ball,
        let(?:s|ting)? (?:us|everybody|everyone|the team|the customer) down,
        (?:failed|fails) (?:us|again), (?:failed|fails) in (?:his|her|their|its) dut(?:y|ies),
        failed to do (?:his|her|their|its) job, (?:done|did|doing|does) (?:its|their|his|her|your) job,
        lied, liars?, dragg?(?:s|ed|ing)? (?:its|their|his|her) feet,
        refus(?:e|es|ed) to (?:take|help|admit|listen|answer),
        never (?:listens?|delivers?|answers?|helps?|reads?|cares?|does|do|learns?),
        (?:doesn't|don't|didn't|does not|do not|did not) (?:even )?(?:care|bother|listen),
        couldn't care less, couldn't be bothered, (?:pointing|point|points|pointed) (?:the )?fingers?,
        culprits?, guilty, punish(?:ed|ment)?, disciplined, fired for, sacked, pass(?:es|ed|ing)? the buck,
        turn(?:s|ed|ing)? a blind eye, makes? excuses, only makes excuses, excuses, (?:as|like) always,
        as usual, yet again, once again failed,
        why (?:didn't|don't|did nobody|can't) (?:you|they|he|she|anybody|anyone),
        what were (?:you|they) thinking, you people, those people, not ours, not our (?:problem|fault),
        always (?:late|lets?|fails?|forgets?|passe?s?|makes?|the same),
        who(?:ever)? (?:is responsible for this|did this|caused|allowed|messed|broke), whose idea,
        nonsense, out of (?:laziness|carelessness|negligence|spite), asleep at the wheel,
        in over (?:his|her|their) head, not (?:up to|fit for) (?:the|his|her|their) job,
        thanks to (?:their|his|her|your), wash(?:es|ed)? (?:its|their|his|her) hands,
        threw .{0,20} under the bus, behind our backs?, broke (?:its|their|his|her) promises?,
        can't be trusted, cannot be trusted, untrustworthy, should have known, has only itself,
        have only themselves
    """),
)
