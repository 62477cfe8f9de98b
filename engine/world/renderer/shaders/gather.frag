// Adds one moment to the exposure; what moves is drawn out along its way while this moment lasts.
in vec2 uv;
out vec4 color;
uniform sampler2D light_map;
uniform float weight;
uniform float length_in_ways;
uniform sampler2D depth_map;
uniform sampler2D flow_map;      // half size, in its own pixels
uniform sampler2D most_map;      // longest way around
void main() {
    vec4 here = texelFetch(light_map, ivec2(gl_FragCoord.xy), 0);
    vec4 sum = vec4(min(here.rgb, 24.0), here.a);
    vec2 size = vec2(textureSize(flow_map, 0));
    vec2 most = texture(most_map, uv).rg * length_in_ways;
    float longest = length(most) * 2.0;                      // full pixels
    int taps = longest < 0.7 ? 0 : clamp(int(longest * 0.5) + 2, 3, 9);
    float depth = min(texelFetch(depth_map, ivec2(gl_FragCoord.xy), 0).r, 1e4), scale = 2.0 * length_in_ways, own = length(texture(flow_map, uv).rg) * scale, total = 1.0;
    for (int i = 0; i < taps; i++) {
        float at = (float(i) + 0.5) / float(taps) - 0.5;
        vec2 place = uv + most / size * at;
        float away = abs(at) * longest;
        float other = min(texture(depth_map, place).r, 1e4), theirs = length(texture(flow_map, place).rg) * scale;
        // Something nearer that reaches here, or something behind that this pixel's own way uncovers.
        float nearer = clamp(1.0 - (other - depth) * 8.0 / (0.1 + 0.1 * depth), 0.0, 1.0);
        float w = nearer * smoothstep(away - 1.0, away + 0.5, theirs * 0.5) + (1.0 - nearer) * smoothstep(away - 1.0, away + 0.5, own * 0.5);
        vec4 tap = texture(light_map, place);
        sum += vec4(min(tap.rgb, 24.0), tap.a) * w;
        total += w;
    }
    sum /= total;
    color = sum * weight;
}
