package org.suyuan.foodsafety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The words of a text as they are searched for (ADR-015). Chinese goes in pairs of characters, which need no dictionary;
 * Latin words lose case, accents and English endings; {@code GB2762} is {@code gb} and {@code 2762}. What is stored also
 * has single characters and unsplit codes, so that a query, which has neither unless that is all it has, finds them.
 */
public final class Tokens {

    private static final int LONGEST = 60;
    private static final int PARTS = WordDelimiterGraphFilter.GENERATE_WORD_PARTS
            | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
            | WordDelimiterGraphFilter.SPLIT_ON_NUMERICS
            | WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

    private static final Analyzer STORED = analyzer(true);
    private static final Analyzer ASKED = analyzer(false);

    /** A token and the part of the text that it stands for. */
    public record Token(String text, int start, int end) {

        boolean isHan() {
            return text.codePoints().anyMatch(Character::isIdeographic);
        }
    }

    private Tokens() {}

    /** All that a text may be found by. */
    static List<Token> stored(String text) {
        return tokens(STORED, text);
    }

    /** What a text must contain to be found. */
    public static List<Token> asked(String text) {
        return tokens(ASKED, text);
    }

    /** Letters and digits alone: as numbers of documents are compared. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static List<Token> tokens(Analyzer analyzer, String text) {
        var tokens = new ArrayList<Token>();
        try (var stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (term.length() > 0 && term.length() <= LONGEST) {
                    tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private static Analyzer analyzer(boolean everything) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var words = new StandardTokenizer();
                TokenStream tokens = new CJKWidthFilter(words);
                tokens = new CJKBigramFilter(
                        tokens,
                        CJKBigramFilter.HAN
                                | CJKBigramFilter.HIRAGANA
                                | CJKBigramFilter.KATAKANA
                                | CJKBigramFilter.HANGUL,
                        everything);
                tokens = new WordDelimiterGraphFilter(
                        tokens, everything ? PARTS | WordDelimiterGraphFilter.PRESERVE_ORIGINAL : PARTS, null);
                tokens = new ASCIIFoldingFilter(new LowerCaseFilter(tokens));
                tokens = new PorterStemFilter(new StopFilter(tokens, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET));
                return new TokenStreamComponents(words, tokens);
            }
        };
    }
}
