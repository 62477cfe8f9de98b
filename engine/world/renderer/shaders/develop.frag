// From light to a picture: glow, lens blur, exposure, film-like tone curve; sRGB with luma in alpha.
in vec2 uv;
out vec4 color;
uniform sampler2D light_map;
uniform sampler2D bright_map;
uniform sampler2D depth_map;
vec3 tone_curve(vec3 x) {
    const mat3 into = mat3(0.59719, 0.07600, 0.02840, 0.35458, 0.90834, 0.13383, 0.04823, 0.01566, 0.83777);
    const mat3 back = mat3(1.60475, -0.10208, -0.00327, -0.53108, 1.10813, -0.07276, -0.07367, -0.00605, 1.07602);
    x = into * x;
    x = (x * (x + 0.0245786) - 0.000090537) / (x * (0.983729 * x + 0.4329510) + 0.238081);
    return clamp(back * x, 0.0, 1.0);
}
// Radius of the blur disc in heights of the picture; a zone around the focus stays sharp.
float blur_at(float depth) {
    return clamp((abs(1.0 / depth - 1.0 / lens.z) - 0.035) * 0.030 / lens.y, 0.0, 0.012);
}
void main() {
    vec4 arrived = texture(light_map, uv);
    vec3 light = arrived.rgb;
#ifdef FOCUS
    float depth = min(texture(depth_map, uv).r, 400.0);
    float blur = blur_at(depth);
    float weight = 1.0;
    for (int i = 0; i < 14; i++) {
        float angle = float(i) * 2.3999632, r = sqrt((float(i) + 0.5) / 14.0);
        vec2 at = uv + vec2(cos(angle) * screen.y * screen.z, sin(angle)) * r * blur;
        float other = min(texture(depth_map, at).r, 400.0);
        float theirs = blur_at(other);
        float w = other > depth ? 1.0 : smoothstep(0.0, 0.002, theirs + 0.0003);
        w = max(w * smoothstep(-0.0006, 0.0006, max(theirs, other > depth ? 0.0 : theirs) - r * blur * 0.6 + 0.0004), 0.02);
        light += texture(light_map, at).rgb * w;
        weight += w;
    }
    light /= weight;
#endif
    light = light * tone.x + texture(bright_map, uv).rgb * 0.14;
    vec3 c = arrived.a > 1.5 ? arrived.rgb : tone_curve(light * 1.45);
    c = mix(c * 12.92, 1.055 * pow(max(c, 0.0031308), vec3(1.0 / 2.4)) - 0.055, step(0.0031308, c));
    color = vec4(c, dot(c, vec3(0.299, 0.587, 0.114)));
}
