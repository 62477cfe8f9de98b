// Way of what this pixel shows until the later moment, in pixels, y upwards.
in vec4 later_clip;
uniform vec2 shown;              // size of this target in pixels
out vec2 way;
void main() {
    vec2 size = vec2(shown);
    way = later_clip.w > 1e-4 ? (later_clip.xy / later_clip.w * 0.5 + 0.5) * size - gl_FragCoord.xy : vec2(0.0);
}
