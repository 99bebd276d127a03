package sourcebook.description;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The line near the head of a text that says who wrote it, in scripts without capitals and in Cyrillic.
/// Pure.
final class NonLatinByline {
    private static final int LINES = 14;
    private static final int LONGEST = 90;

    /// Two to four signs; a foreign name has its parts between points.
    private static final String HAN = "\\p{IsHan}{2,4}?|[\\p{IsHan}]{1,6}(?:[·・．][\\p{IsHan}A-Z]{1,8}){1,3}";

    /// Where a name ends that no blank parts from what follows.
    private static final String HAN_END = "(?=\\s|$|[）)】\\]、，,/／|｜;；]|报道|報道|報導|摄|攝|发自|發自|综合|電|电$|讯|訊|译|編|编)";

    /// Behind further names a word and 报道 together are a place and what was done there.
    private static final String HAN_STANDS = "(?=\\s|$|[）)】\\]、，,/／|｜;；])";

    private static final Pattern CHINESE = Pattern.compile(
            "^[\\s（(【\\[■●]*(?:(?:\\p{IsHan}{0,10}(?:特派|特约|驻\\p{IsHan}{1,5}|见习|实习|首席)?(?:记者|記者|通讯员|特约撰稿人|评论员|撰稿人))\\s*[：:]?"
                    + "|(?:\\p{IsHan}{0,4}(?:作者|撰文|撰稿|著者|筆者|执笔|執筆|供稿|采写|採訪))\\s*[：:／/|]|文\\s*[/／|｜：:＝=]|文[・·]写真\\s*[/／|｜：:＝=])\\s*((?:"
                    + HAN + ")" + HAN_END + "(?:[\\s、，,]+(?:" + HAN + ")" + HAN_STANDS + "){0,4})");

    /// Words that stand beside names of reporters and are none.
    private static final Pattern NO_HAN_NAME =
            Pattern.compile(".*(?:报道|報道|報導|摄影|攝影|编辑|編輯|通讯|责编|来源|日报|报社|综合|实习|记者|記者|整理|翻译).*|.*(?:报|電|电|讯|社|网)$");

    private static final Pattern JAPANESE = Pattern.compile(
            "^.{0,20}?[（(【\\[]\\s*([\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{3,8}?)\\s*記者\\s*[）)】\\]]");

    private static final String HANGUL = "[가-힣]{2,4}";
    private static final Pattern KOREAN =
            Pattern.compile("^(?:.{0,30}[\\s=\\]】)])?(?:(?:글|취재|글[·ㆍ]사진)\\s*[:=/]?\\s*)?(" + HANGUL + "(?:[·ㆍ, ]\\s*"
                    + HANGUL + "){0,3}?)\\s*(?:선임|수습|인턴|전문)?\\s?(?:기자|특파원|논설위원|객원기자)(?=$|[\\s=,·)\\]|/])");
    private static final Pattern KOREAN_STATED = Pattern.compile("^(?:글쓴이|지은이|저자|작성자|글[·ㆍ]사진|글)\\s*[:：=/]\\s*(" + HANGUL
            + "(?:[·ㆍ, ]\\s*" + HANGUL + "){0,3})(?=$|\\s|[,/|])");

    private static final String WORDS = "[\\p{L}\\p{M}'’.-]{2,20}(?: [\\p{L}\\p{M}'’.-]{2,20}){1,3}";

    /// Arabic, Persian, Urdu, Hebrew, Hindi, Bengali, Thai, Georgian, Armenian; with a sign behind the word.
    private static final Pattern STATED = Pattern.compile(
            "^[\\s*•-]*(?:بقلم|كتبها?|كتبت|تقرير|إعداد|اعداد|الكاتبة?|المؤلف|تحرير|حوار|نویسنده|نوشته|گزارش|تحریر|مصنف"
                    + "|מאת|כתבה?|लेखक|द्वारा|লেখক|ผู้เขียน|เรื่อง|โดย|ავტორი|Հեղինակ)\\s*[:：/|-]\\s*(" + WORDS
                    + "(?:(?:، ?|, | و ?| और )" + WORDS + "){0,2})\\s*(?=$|[|،,–—-])");

    /// What needs no sign behind it.
    private static final Pattern BY =
            Pattern.compile("^[\\s*•-]*(?:بقلم|به قلم|מאת)\\s+(" + WORDS + ")\\s*(?=$|[|،,–—-])");

    private static final String CYRILLIC_NAME =
            "\\p{Lu}[\\p{L}.'’-]*\\s?\\p{Lu}[\\p{L}.'’-]*(?:\\s\\p{Lu}[\\p{L}.'’-]*)?";
    private static final Pattern CYRILLIC = Pattern.compile(
            "^[\\s*•-]*(?iu:(?:автор(?:ы|ка|и)?(?: (?:статьи|материала|текста|статті))?|текст|записала?|беседовала?|подготовила?|корреспондент|кореспондент)\\s*[:—–-]|(?:наш |соб\\. |спец\\. )?(?:собкор|спецкор|корр\\.|корреспондент|обозреватель))\\s*("
                    + CYRILLIC_NAME + "(?:(?:, | и | та | і )" + CYRILLIC_NAME + "){0,3})(?=$|\\s*[,|(–—-]|\\.$)");

    private static final Pattern SEVERAL = Pattern.compile("[\\s、，,·ㆍ]+");

    private NonLatinByline() {}

    /// The names; empty where the head of a text without markup has no such line.
    static List<String> read(Clues clues) {
        if (!clues.plain()) {
            return List.of();
        }
        List<String> lines = clues.head()
                .replace('\u00A0', ' ')
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(LINES)
                .toList();
        for (String line : lines) {
            List<String> names = names(line);
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    private static List<String> names(String line) {
        String start = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        Matcher chinese = CHINESE.matcher(start);
        if (chinese.find()) {
            List<String> names = new ArrayList<>();
            for (String name : chinese.group(1).split("[\\s、，,]+", -1)) {
                if (NO_HAN_NAME.matcher(name).matches()) {
                    break;
                }
                names.add(name);
            }
            return names;
        }
        if (line.length() > LONGEST) {
            return List.of(); // running text, unless it begins as an agency's
        }
        for (Pattern form : new Pattern[] {JAPANESE, KOREAN_STATED, KOREAN}) {
            Matcher match = form.matcher(line);
            if (match.find()) {
                return Arrays.asList(SEVERAL.split(match.group(1), -1));
            }
        }
        for (Pattern form : new Pattern[] {STATED, BY, CYRILLIC}) {
            Matcher match = form.matcher(line);
            if (match.find()) {
                return List.of(match.group(1)
                        .split(form == CYRILLIC ? ",\\s|\\s(?:и|та|і)\\s" : "،\\s?|,\\s|\\sو\\s?|\\sऔर\\s", -1));
            }
        }
        return List.of();
    }
}
